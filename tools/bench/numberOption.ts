/** `--sizes 100,20000` among what follows a bench's name; whole numbers above nought. */
export function numberOption(options: readonly string[], name: string, usual: string): number[] {
  const at = options.indexOf(name)
  const given = at < 0 ? usual : (options[at + 1] ?? '')
  const numbers = given.split(',').map(Number)
  if (numbers.every((each) => Number.isInteger(each) && each > 0)) return numbers
  throw new Error(`${name} wants whole numbers, as in ${name} ${usual}`)
}
