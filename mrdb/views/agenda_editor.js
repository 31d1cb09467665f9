// The agenda's rows: drag, renumber, skip, note. What is typed or done stays in this tab until a run has stored it.
// A row keeps its element from one drawing to the next, and the one that holds the focus is never taken out.
const LONGEST = 200 // letters of a note
const PATIENCE = 5000 // milliseconds until what was sent is sent again

const tabs = new Map() // by moment: what was done and not heard yet; outlives a switch of page
const nameOf = (moment) => `mrdb_agenda_${moment}`

const tabOf = (moment) => {
  if (!tabs.has(moment)) {
    let drafts = {}
    try {
      drafts = JSON.parse(sessionStorage.getItem(nameOf(moment))) ?? {}
    } catch {
      // a browser that keeps nothing, or something that is not ours
    }
    tabs.set(moment, { moment, drafts, queue: [], refused: new Set(), last: 0, heard: 0 })
  }
  return tabs.get(moment)
}

const keep = (tab) => {
  try {
    sessionStorage.setItem(nameOf(tab.moment), JSON.stringify(tab.drafts))
  } catch {
    // the tab itself still remembers, but not over a reload
  }
}

const draft = (tab, id, text) => {
  tab.drafts[id] = text
  tab.refused.delete(id)
  keep(tab)
}

const enqueue = (tab, heard, gesture) => {
  tab.last = Math.max(Date.now(), heard + 1, tab.last + 1)
  tab.queue.push({ serial: tab.last, ...gesture })
}

// Forgets what the server has stored, and marks the notes that it could not store.
const acknowledge = (tab, data) => {
  for (const gesture of tab.queue.filter(({ serial }) => serial <= data.heard)) {
    if (gesture.kind !== "note" || tab.drafts[gesture.id] !== gesture.note) continue
    if (data.refused.includes(gesture.serial)) tab.refused.add(gesture.id)
    else delete tab.drafts[gesture.id]
  }
  tab.queue = tab.queue.filter(({ serial }) => serial > data.heard)
  keep(tab)
}

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

const newRow = (id) => {
  const row = element("li", {},
    element("span", { className: "handle", draggable: true, textContent: "⠿" }),
    element("input", { className: "place", type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 3 }),
    element("span", { className: "arrows" },
      element("button", { className: "up", type: "button", textContent: "↑" }),
      element("button", { className: "down", type: "button", textContent: "↓" })),
    element("div", { className: "what" },
      element("p", { className: "action" }, element("b"), " ", element("span")),
      element("p", { className: "why" })),
    element("div", { className: "noted" },
      element("textarea", { className: "note", rows: 1, maxLength: LONGEST }),
      element("span", { className: "refused" })),
    element("div", { className: "state" },
      element("label", {}, element("input", { className: "skip", type: "checkbox" }), element("span")),
      element("span", { className: "pill" })))
  row.dataset.id = id
  return row
}

const label = (row, selector, words) => {
  const found = row.querySelector(selector)
  found.setAttribute("aria-label", words)
  if (found.matches("button, .handle")) found.title = words
}

const fill = (row, item, words) => {
  const put = (selector, text) => (row.querySelector(selector).textContent = text)
  put(".action b", item.number)
  put(".action span", item.action)
  put(".why", item.why)
  put(".state label span", words.skip)
  put(".pill", item.outcome)
  Object.assign(row.querySelector(".pill").style, item.look)
  row.querySelector(".state label").hidden = !item.isOpen
  row.querySelector(".pill").hidden = item.isOpen
  row.querySelector(".skip").checked = item.isSkipped
  row.querySelector(".note").placeholder = words.hint
  row.classList.toggle("skipped", item.isSkipped)
  row.classList.toggle("done", !item.isOpen)
  for (const [selector, words] of Object.entries(item.labels)) {
    label(row, selector === "drag" ? ".handle" : `.${selector}`, words)
  }
}

const fillNote = (tab, row, item, words, focused) => {
  const note = row.querySelector(".note")
  const typed = tab.drafts[item.id]
  const isRefused = tab.refused.has(item.id)
  note.dataset.known = item.note
  if (note !== focused) note.value = typed ?? item.note
  note.classList.toggle("unsaved", typed !== undefined)
  row.querySelector(".refused").textContent = isRefused ? words.refused : ""
}

const idOf = (row) => Number(row.dataset.id)
const rowsOf = (list) => [...list.children]
const placed = (list) => rowsOf(list).filter((row) => !row.classList.contains("skipped"))

// Around the row that holds the focus: a row that is taken out and put back would lose it.
const arrange = (list, rows, focused) => {
  if (rows.every((row, n) => list.children[n] === row) && rows.length === list.children.length) return
  const still = rows.find((row) => row.contains(focused))
  const place = still ? rows.indexOf(still) : 0
  if (still) for (const row of rows.slice(0, place)) list.insertBefore(row, still)
  list.append(...rows.slice(still ? place + 1 : 0))
  for (const row of rowsOf(list)) if (!rows.includes(row)) row.remove()
}

const renumber = (list, focused) => {
  const rows = placed(list)
  for (const row of rowsOf(list)) {
    const [place, n] = [row.querySelector(".place"), rows.indexOf(row)]
    place.dataset.known = n < 0 ? "" : String(n + 1)
    if (place !== focused || !place.dataset.typed) place.value = place.dataset.known
    place.disabled = n < 0
    row.querySelector(".handle").draggable = n >= 0
    row.querySelector(".up").setAttribute("aria-disabled", n <= 0)
    row.querySelector(".down").setAttribute("aria-disabled", n < 0 || n === rows.length - 1)
  }
}

// What the pointer and the keys do, for one element of this component; ``now`` is what was drawn last.
const behave = (root, now) => {
  const list = root.querySelector("ol")
  const tab = () => tabOf(now.data.moment)
  const send = () => {
    clearTimeout(now.timer)
    now.timer = setTimeout(() => tab().queue.length && list.isConnected && send(), PATIENCE)
    now.setTriggerValue("gestures", tab().queue)
  }
  const gesture = (what) => {
    enqueue(tab(), now.data.heard, what)
    send()
  }
  const say = (row) => {
    const words = { number: row.querySelector(".action b").textContent, place: placed(list).indexOf(row) + 1 }
    root.querySelector(".said").textContent = now.data.words.moved.replace(/\{(\w+)\}/g, (_, name) => words[name])
  }
  // Puts the row right before another one of those with a place (none: after them all).
  const move = (row, before) => {
    const rows = placed(list)
    if (row === before || rows[rows.indexOf(row) + 1] === before) return
    const others = rowsOf(list).filter((other) => other !== row)
    const end = others.findIndex((other) => other.classList.contains("skipped"))
    others.splice(before ? others.indexOf(before) : end < 0 ? others.length : end, 0, row)
    arrange(list, others, root.activeElement)
    moved(row)
  }
  const moved = (row) => {
    renumber(list, root.activeElement)
    const next = placed(list)[placed(list).indexOf(row) + 1]
    gesture({ kind: "move", id: idOf(row), before: next ? idOf(next) : null })
    say(row)
    row.scrollIntoView({ block: "nearest" })
  }
  const step = (row, by) => {
    const rows = placed(list)
    const to = rows.indexOf(row) + by
    if (to >= 0 && to < rows.length) move(row, rows[by < 0 ? to : to + 1])
  }
  const commitPlace = (place) => {
    delete place.dataset.typed
    const row = place.closest("li")
    const others = placed(list).filter((other) => other !== row)
    const to = Math.min(Math.max(Number.parseInt(place.value, 10), 1), others.length + 1)
    if (to && String(to) !== place.dataset.known) move(row, others[to - 1])
    place.value = place.dataset.known
  }
  const commitNote = (note) => {
    const id = idOf(note.closest("li"))
    const typed = tab().drafts[id]
    const isTold = tab().queue.some((told) => told.kind === "note" && told.id === id && told.note === typed)
    if (typed === undefined) note.value = note.dataset.known
    else if (!isTold) gesture({ kind: "note", id, note: typed })
  }

  const matches = { note: commitNote, place: commitPlace }
  const commit = (field) => matches[field.className.split(" ")[0]]?.(field)
  list.oninput = ({ target }) => {
    if (target.classList.contains("place")) target.dataset.typed = "yes"
    if (!target.classList.contains("note")) return
    draft(tab(), idOf(target.closest("li")), target.value)
    target.classList.add("unsaved")
  }
  list.onchange = ({ target }) => {
    if (target.classList.contains("skip")) {
      gesture({ kind: "skip", id: idOf(target.closest("li")), isSkipped: target.checked })
    } else commit(target)
  }
  list.onfocusout = ({ target }) => commit(target)
  list.onclick = ({ target }) => {
    if (target.classList.contains("up")) step(target.closest("li"), -1)
    if (target.classList.contains("down")) step(target.closest("li"), 1)
  }
  list.onkeydown = (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    if (!ctrlKey && !metaKey && !altKey) event.stopPropagation() // a letter in a field is no shortcut of the page
    if (key === "Enter" && target.classList.contains("note")) event.preventDefault() // a note is one line
    if (key === "Enter") commit(target)
    if (key === "Escape" && target.classList.contains("place")) {
      delete target.dataset.typed
      target.value = target.dataset.known
    }
  }
  root.querySelector(".top button").onclick = () => gesture({ kind: "automatic" })
  dragging(root, list, now, moved)
  return send
}

// The row moves along under the pointer; letting go outside the rows, or Escape, puts it back.
const dragging = (root, list, now, moved) => {
  let before = null
  list.ondragstart = (event) => {
    const row = event.target.closest?.("li")
    if (!event.target.classList?.contains("handle")) return
    before = rowsOf(list)
    now.dragged = row
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", row.querySelector(".action").textContent)
    const { left, top } = row.getBoundingClientRect()
    event.dataTransfer.setDragImage(row, event.clientX - left, event.clientY - top)
    requestAnimationFrame(() => row.classList.add("dragged")) // after the picture for the pointer was taken
  }
  // Entering counts like being over: a quick hand may let go before the browser says the latter.
  list.ondragenter = list.ondragover = (event) => {
    if (!now.dragged) return
    event.preventDefault()
    event.dataTransfer.dropEffect = "move"
    const over = event.target.closest("li")
    if (!over || over === now.dragged || over.classList.contains("skipped")) return
    const [{ top, bottom }, { height }] = [over.getBoundingClientRect(), now.dragged.getBoundingClientRect()]
    const isBelow = rowsOf(list).indexOf(over) > rowsOf(list).indexOf(now.dragged)
    // Only so far that the row then lies under the pointer: rows of different heights would swap to and fro.
    if (isBelow && event.clientY > bottom - height) over.after(now.dragged)
    if (!isBelow && event.clientY < top + height) over.before(now.dragged)
    renumber(list, root.activeElement)
  }
  list.ondrop = (event) => {
    if (!now.dragged) return
    event.preventDefault()
    const row = now.dragged
    const isMoved = rowsOf(list).some((other, n) => other !== before[n])
    before = null
    row.classList.remove("dragged")
    now.dragged = null
    if (isMoved) moved(row)
  }
  list.ondragend = () => {
    now.dragged?.classList.remove("dragged")
    now.dragged = null
    if (before) {
      arrange(list, before, root.activeElement)
      renumber(list, root.activeElement)
    }
    before = null
    if (!tabOf(now.data.moment).queue.length) now.draw() // what came in meanwhile
  }
}

const shown = new WeakMap() // what was drawn last, by the element that it was drawn in

export default function ({ data, parentElement, setTriggerValue }) {
  const now = shown.get(parentElement) ?? {}
  const tab = tabOf(data.moment)
  // A page or a session that has just begun knows nothing of what was sent before it.
  const isNew = !shown.has(parentElement) || data.heard < tab.heard
  tab.heard = data.heard
  Object.assign(now, { data, setTriggerValue })
  if (!shown.has(parentElement)) {
    shown.set(parentElement, now)
    now.send = behave(parentElement, now)
  }
  const list = parentElement.querySelector("ol")
  now.draw = () => {
    const { words, rows, byHand } = now.data
    const known = new Map(rowsOf(list).map((row) => [idOf(row), row]))
    const drawn = rows.map((item) => known.get(item.id) ?? newRow(item.id))
    const focused = parentElement.activeElement
    rows.forEach((item, n) => {
      fill(drawn[n], item, words)
      fillNote(tab, drawn[n], item, words, focused)
    })
    arrange(list, drawn, focused)
    renumber(list, focused)
    parentElement.querySelector(".top p").textContent = words.how
    const button = parentElement.querySelector(".top button")
    button.textContent = words.automatic
    button.hidden = !byHand
  }
  acknowledge(tab, data)
  // What was typed and never told, because the page was left or loaded anew, is told now.
  const focused = parentElement.activeElement
  const isTyping = (id) => focused?.matches(".note") && idOf(focused.closest("li")) === id
  let hasNews = isNew
  for (const [id, note] of Object.entries(tab.drafts).map(([id, note]) => [Number(id), note])) {
    const isTold = tab.queue.some((told) => told.kind === "note" && told.id === id && told.note === note)
    if (isTold || isTyping(id) || tab.refused.has(id)) continue
    enqueue(tab, data.heard, { kind: "note", id, note })
    hasNews = true
  }
  // Not with every drawing: what is sent while another page is on its way would call this one back.
  if (tab.queue.length && hasNews) now.send()
  // Until everything is heard, the rows stand as they were put here.
  if (!now.dragged && (!tab.queue.length || !list.children.length)) now.draw()
}
