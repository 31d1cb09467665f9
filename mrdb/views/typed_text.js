// What is typed and not saved yet. The session on the server knows what was committed and tells it after every run;
// this tab keeps that, with the letters that no run has seen yet. When a new session answers, because the server or
// the page started anew, it gets everything back once, and decides itself which form it belongs to. Where people sign
// in, what one of them typed is not for the next one at the same tab.
const NAME = "mrdb_typed"
const FIELDS = "[data-testid=stTextArea] textarea, [data-testid=stTextInput] input"
const DAY = "[data-testid=stDateInput]"
const CALENDAR = "[data-testid=stDateInputCalendar]"
const CLASS = "st-key-" // with the key of a field it is the class that Streamlit gives it
const KEPT = `${CLASS}typed_` // of a field that is to be kept
const FORM = /^typed_form-.*-(\d+-\d+-\d+)$/ // action, version, moment

const NOW = "typed_now-" // of a field that is stored as soon as it is left

const keyOf = (field) =>
  [...(field.closest("[class*='st-key-']")?.classList ?? [])].find((name) => name.startsWith(KEPT))?.slice(CLASS.length)
const again = (type, { key, code, keyCode, ctrlKey, altKey, metaKey, shiftKey }) =>
  new KeyboardEvent(type, { key, code, keyCode, ctrlKey, altKey, metaKey, shiftKey, bubbles: true, cancelable: true })

const isAtRest = () => document.querySelector("[data-test-script-state=notRunning]")
// As soon as what was typed is on its way and the page stands still, in three seconds at the latest.
const afterwards = (act) => {
  const until = performance.now() + 3000
  const look = () => (isAtRest() || performance.now() > until ? act() : setTimeout(look, 20))
  setTimeout(look, 60)
}

// A day is three fields, and none as long as its year is half typed.
const typedDay = (field) => {
  const [year, month, day] = ["year", "month", "day"].map((part) =>
    field.querySelector(`[data-type=${part}]`)?.getAttribute("aria-valuenow")?.padStart(2, "0"))
  return month && day && /^(19|2[01])\d\d$/.test(year) ? { date: `${year}-${month}-${day}` } : null
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other)

const stored = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME))
    // A tab that this one opened begins with a copy of what is typed here: it is typed here only.
    return window.opener?.typedText?.kept.session === kept?.session ? null : kept
  } catch {
    return null // a browser that keeps nothing, or something that is not ours
  }
}

const save = (tab) => {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(tab.kept))
    tab.isSafe = true
  } catch {
    tab.isSafe = false // the tab itself still remembers, over a restart of the server but not over a reload
  }
}

const install = () => {
  const tab = { kept: { session: "", fields: {}, typing: {}, ...stored() }, sent: {}, asked: "", isReload: true }
  save(tab)
  addEventListener("input", ({ target }) => {
    const key = target.matches?.(FIELDS) && keyOf(target)
    if (!key || tab.isAside) return
    tab.kept.typing[key] = target.value
    save(tab)
  }, true)
  addEventListener("keyup", ({ target }) => {
    const field = target.closest?.(DAY)
    const key = field && keyOf(field)
    if (!key || tab.isAside) return
    tab.kept.typing[key] = typedDay(field)
    if (!tab.kept.typing[key]) delete tab.kept.typing[key]
    save(tab)
  }, true)
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key !== "F5" && !((ctrlKey || metaKey) && key.toLowerCase() === "r")) return
    tab.isReloading = true
    setTimeout(() => (tab.isReloading = false), 1000)
  }, true)
  // A gesture comes after what was typed: a field hands over when it is left, a date when its calendar closes.
  const closeCalendar = () => {
    if (!document.querySelector(CALENDAR)) return false
    const escape = { key: "Escape", bubbles: true }
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", escape))
    return true
  }
  const shortcuts = { KeyS: "ctrlKey", KeyO: "altKey", KeyL: "altKey", KeyN: "altKey", ArrowUp: "altKey", ArrowDown: "altKey" }
  addEventListener("keydown", (event) => {
    const isPressed = event[shortcuts[event.code]] || (event.code === "KeyS" && event.metaKey)
    const isLetter = event.ctrlKey && event.altKey // AltGr
    if (!isPressed || isLetter || !event.isTrusted) return
    const isClosing = closeCalendar()
    document.activeElement?.blur?.()
    if (isAtRest() && !isClosing) return
    // While the page is drawn anew its buttons are still those of before.
    event.preventDefault()
    event.stopImmediatePropagation()
    afterwards(() => ["keydown", "keyup"].forEach((type) => document.body.dispatchEvent(again(type, event))))
  }, true)
  // The way to another page is taken at once, and a field is heard a moment after it was left: a fast click overtakes it.
  let left = 0
  addEventListener("focusout", ({ target, timeStamp }) => target.matches?.(FIELDS) && (left = timeStamp), true)
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]")
    if (!link || !event.isTrusted || event.ctrlKey || event.metaKey || event.timeStamp - left > 200) return
    event.preventDefault()
    event.stopImmediatePropagation()
    afterwards(() => link.click())
  }, true)
  addEventListener("beforeunload", (event) => {
    if (tab.isReloading && tab.isSafe) return // closing the tab asks, because that does lose what was typed
    const typing = document.querySelector(".st-key-form textarea:focus")
    if (document.querySelector(".unsaved") || typing?.value) event.preventDefault()
  })
  return tab
}

// Letters that the server has seen by now, or whose form is saved or dropped, are forgotten.
const forget = (tab, data) => {
  const { fields, typing } = tab.kept
  const focused = document.activeElement?.matches(FIELDS) ? keyOf(document.activeElement) : ""
  for (const key of new Set([...Object.keys(fields), ...Object.keys(data.fields)])) {
    const isHeard = !isSame(fields[key], data.fields[key]) || isSame(typing[key], data.fields[key])
    const isTypedOn = key === focused && !isSame(document.activeElement.value, data.fields[key])
    if (isHeard && !isTypedOn) delete typing[key]
  }
  for (const key of Object.keys(typing)) {
    const form = key.match(FORM)
    if (form && !data.open.includes(form[1])) delete typing[key]
    if (key.startsWith(NOW) && key !== focused) delete typing[key]
  }
}

// The browser's Back takes a field away before it has handed over its last letters.
const handOver = (tab, setTriggerValue) => {
  const late = Object.entries(tab.kept.typing).filter(([key]) => !document.querySelector(`.${CLASS}${key}`))
  const letters = Object.fromEntries(late)
  if (late.length === 0 || isSame(letters, tab.handedOver)) return
  tab.handedOver = letters
  setTriggerValue("late", letters)
}

const adopt = (tab, data) => {
  const { typing } = tab.kept
  for (const key of Object.keys(tab.sent)) if (typing[key] === tab.sent[key]) delete typing[key]
  tab.kept.session = data.session
  tab.sent = {}
}

const tell = (tab, words) => {
  if (tab.isSafe || document.getElementById(NAME)) return
  const said = Object.assign(document.createElement("p"), { id: NAME, textContent: words })
  said.setAttribute("role", "status")
  said.style = "position: fixed; bottom: 0; left: 0; z-index: 999999; margin: 0; padding: .4rem 1rem; background: #fff3cd"
  document.body.append(said)
}

export default function ({ data, setTriggerValue }) {
  const tab = (window.typedText ??= install())
  const { kept } = tab
  const isNew = kept.session !== data.session
  if (isNew ? data.isPart : data.turn < tab.turn) return // a new session is for the whole page, and the last one is right
  tab.turn = data.turn
  tab.isAside = data.isAside
  if (tab.isAside) return // who looks as somebody else keeps what he or she typed before, and nothing of now
  if (isNew) {
    if ((kept.owner ?? "") !== data.owner) Object.assign(kept, { session: "", fields: {}, typing: {}, hasFiles: false })
    const isEmpty = isSame([kept.fields, kept.typing], [{}, {}])
    const hasNews = !isEmpty || (kept.session && !tab.isReload)
    if (hasNews && !data.isRestored) {
      if (tab.asked === data.session) return
      tab.asked = data.session
      tab.sent = { ...kept.typing }
      const { fields, typing, hasFiles = false } = kept
      setTriggerValue("restore", { fields, typing, hasFiles, isReload: tab.isReload })
      return
    }
    adopt(tab, data)
  } else {
    forget(tab, data)
    if (!data.isPart) handOver(tab, setTriggerValue)
  }
  tab.isReload = false
  kept.fields = data.fields
  kept.hasFiles = data.hasFiles
  kept.owner = data.owner
  save(tab)
  tell(tab, data.notKept)
}
