// Asks every two seconds whether anything was written since this was drawn, and has it drawn anew only then. A tab that
// nobody looks at asks nothing, and asks at once when it comes to the front again.
const EVERY = 2000
const stops = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  stops.get(parentElement)?.()
  const ask = async () => {
    if (document.hidden) return
    try {
      const { mark } = await (await fetch(data.address)).json() // beside the page, also under a base path
      if (mark !== data.mark && stops.get(parentElement) === stop) setTriggerValue("news", mark)
    } catch {
      // a server that is away, or one that has no such address: Streamlit alone
    }
  }
  const timer = setInterval(ask, EVERY)
  const stop = () => {
    clearInterval(timer)
    document.removeEventListener("visibilitychange", ask)
    stops.delete(parentElement)
  }
  document.addEventListener("visibilitychange", ask)
  stops.set(parentElement, stop)
  return stop
}
