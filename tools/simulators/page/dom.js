/** An element with its properties and children; a child that is false or null is left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name in element && name !== 'list' && name !== 'form') element[name] = value
    else element.setAttribute(name, value === true ? '' : value)
  }
  element.append(
    ...children.flat().filter((child) => child !== false && child !== null && child !== undefined),
  )
  return element
}

export function svg(path) {
  const namespace = 'http://www.w3.org/2000/svg'
  const image = document.createElementNS(namespace, 'svg')
  image.setAttribute('viewBox', '0 0 24 24')
  image.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS(namespace, 'path')
  shape.setAttribute('d', path)
  image.append(shape)
  return image
}

/** Draws anew only what has changed, so that a selection or a focus is not lost for nothing. */
export function redraw(container, facts, draw) {
  const now = JSON.stringify(facts)
  if (container.drawnFrom === now) return false
  container.drawnFrom = now
  container.replaceChildren(...[draw()].flat())
  return true
}
