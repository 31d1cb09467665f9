// What somebody at this width could not read or reach: a sentence for each, an empty list where all is well.
async () => {
  const look = () => {
    const found = []
    const main = document.querySelector("main")
    const named = (element) => `${element.localName} "${(element.innerText || element.ariaLabel || "").slice(0, 40)}"`
    const roots = [document, ...[...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean)]
    const seen = (selector) =>
      roots
        .flatMap((root) => [...root.querySelectorAll(selector)])
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    if (main.scrollWidth > main.clientWidth) found.push(`the page scrolls sideways: ${main.scrollWidth}`)
    for (const element of seen("a[href], button, input:not([tabindex='-1']), textarea, summary")) {
      const { width, height } = element.getBoundingClientRect()
      if (element.disabled || width < 2 || height < 2) continue
      element.scrollIntoView({ block: "center" })
      const box = element.getBoundingClientRect()
      const top = element.getRootNode().elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      if (!top) found.push(`outside the screen: ${named(element)}`)
      else if (!element.contains(top) && !element.closest("label")?.contains(top))
        found.push(`${named(top)} covers ${named(element)}`)
    }
    const boxes = "[data-testid=stMarkdownContainer], [data-testid=stButtonGroup] > div"
    for (const element of seen(`p, span, b, td, th, h1, h2, h3, label, button, a, li, dd, dt, ${boxes}`))
      if (
        element.innerText &&
        getComputedStyle(element).overflowX !== "visible" &&
        element.clientWidth > 4 &&
        element.scrollWidth > element.clientWidth + 1
      )
        found.push(`cut: ${named(element)}`)
    main.scrollTo(0, 0)
    return found
  }
  // A chart takes its new width a while after its page.
  const end = performance.now() + 5000
  let found
  do {
    await new Promise(requestAnimationFrame)
    found = look()
  } while (found.length && performance.now() < end)
  return found
}
