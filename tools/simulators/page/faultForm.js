import { h } from './dom.js'

/** A choice with its label; the keys of `options` are the values. */
export function select(name, label, options) {
  return h(
    'label',
    {},
    label,
    h('select', { name }, ...Object.entries(options).map(([value, text]) => h('option', { value }, text))),
  )
}

/** Turns a fault on with what the fields say, or off. */
export function faultForm(fields, apply, takeBack) {
  const form = h(
    'form',
    { className: 'fault' },
    ...fields,
    h(
      'div',
      { className: 'buttons' },
      h('button', { type: 'button', onclick: takeBack }, 'Выключить'),
      h('button', { type: 'submit', className: 'primary' }, 'Включить'),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void apply(Object.fromEntries(new FormData(form)))
  })
  return form
}
