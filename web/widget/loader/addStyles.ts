/** Kept in a shadow root: the site's styles do not reach in, these do not reach out. */
const styles = `
:host { all: initial; }
.launcher {
  position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  z-index: 2147483000; box-sizing: border-box; width: 56px; height: 56px; padding: 14px; border: 0; border-radius: 50%;
  background: var(--brand, #0b6670); color: var(--on-brand, #fff); cursor: pointer;
  box-shadow: 0 4px 16px rgb(16 32 36 / 24%), 0 1px 3px rgb(16 32 36 / 20%);
}
.launcher:hover { filter: brightness(0.94); }
.launcher:focus-visible { outline: 2px solid var(--on-brand, #fff); outline-offset: -5px; }
.launcher svg { display: block; width: 28px; height: 28px; fill: currentcolor; }
.badge {
  position: absolute; top: -4px; right: -4px; box-sizing: border-box; min-width: 22px; height: 22px; padding: 0 6px;
  border: 2px solid #fff; border-radius: 999px; background: #b3261e; color: #fff;
  font: 600 12px/18px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif; text-align: center;
}
.badge:empty { display: none; }
.panel {
  position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: 92px; z-index: 2147483000;
  width: 380px; max-width: calc(100vw - 40px); height: 620px; max-height: calc(100vh - 112px); overflow: hidden;
  border-radius: 12px; background: Canvas; box-shadow: 0 16px 48px rgb(16 32 36 / 28%), 0 2px 8px rgb(16 32 36 / 16%);
}
.panel[hidden] { display: none; }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (max-width: 480px), (max-height: 480px) {
  .panel { inset: 0; width: auto; max-width: none; height: auto; max-height: none; border-radius: 0; }
  .is-open .launcher { display: none; }
}
@media (forced-colors: active) { .launcher { border: 2px solid; } }
`

/** A constructed sheet passes a site's content policy; older browsers get an element. */
export function addStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
    return
  }
  const element = document.createElement('style')
  element.textContent = styles
  root.append(element)
}
