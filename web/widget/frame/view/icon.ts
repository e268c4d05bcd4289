const SVG = 'http://www.w3.org/2000/svg'

/** Decorative unless named. */
export function icon(path: string, name = ''): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  if (name) {
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', name)
  } else svg.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}
