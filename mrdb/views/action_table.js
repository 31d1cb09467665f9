// The table of actions: rows grouped by recommendation, headings that sort, a click that opens.
const escape = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c])

const cell = {
  number: (row) => `<a href="actie?actie=${row.id}">${escape(row.number)}</a>`,
  deadline: (row) => `${row.deadline ? `<span class="date">${escape(row.deadline)}</span>` : ""}${row.urgency}`,
  status: (row) => row.status,
  action: (row, grouped) =>
    `${row.document && !grouped ? `<span class="of">${escape(row.document)}</span>` : ""}${escape(row.action)}`,
  comment: (row) => `<span>${escape(row.comment)}</span>`,
}

// The arrows lead to them from the rows: for the Tab key the actions come first.
const heading = (columns, { column, is_descending, label }) =>
  Object.entries(columns)
    .map(([name, text]) => {
      const mark = name === column ? (is_descending ? " ▼" : " ▲") : ""
      const aria = name === column ? (is_descending ? "descending" : "ascending") : "none"
      return `<th class="${name}" aria-sort="${aria}"><button data-sort="${name}" tabindex="-1" title="${escape(label)} ${escape(text)}">${escape(text)}${mark}</button></th>`
    })
    .join("")

const title = (kind, text, columns) =>
  `<tr class="${kind}"><th colspan="${Object.keys(columns).length}">${escape(text)}</th></tr>`

const body = (columns, rows, grouped) => {
  let last = {}
  return rows
    .map((row) => {
      const cells = Object.entries(columns)
        .map(
          ([name, text]) =>
            `<td class="${name}" data-label="${escape(text)}">${(cell[name] ?? ((r) => escape(r[name])))(row, grouped)}</td>`,
        )
        .join("")
      const begins = grouped && row.document !== last.document
      const document = begins && row.document ? title("document", row.document, columns) : ""
      const group = grouped && (begins || row.group !== last.group) ? title("group", row.group, columns) : ""
      last = row
      return `${document}${group}<tr class="row" data-id="${row.id}">${cells}</tr>`
    })
    .join("")
}

// Whoever stands on a heading or in a row stays there when the rows come anew.
const placeOf = (element) => {
  if (element?.dataset.sort) return `button[data-sort="${element.dataset.sort}"]`
  const row = element?.closest("tr.row")
  return row && `tr[data-id="${row.dataset.id}"] ${element.localName}`
}

// A comment that is cut gets a button that shows all of it.
const offerWhole = (table, { more }) => {
  for (const text of table.querySelectorAll("td.comment span"))
    if (text.scrollHeight > text.clientHeight + 1)
      text.insertAdjacentHTML("afterend", `<button class="more" aria-expanded="false">${escape(more)}</button>`)
}

const turnWhole = (button, { more, less }) => {
  const isWhole = button.previousSibling.classList.toggle("whole")
  button.setAttribute("aria-expanded", isWhole)
  button.textContent = isWhole ? less : more
}

const SIDEWARDS = { ArrowLeft: -1, ArrowRight: 1 }
const UPWARDS = { ArrowUp: -1, ArrowDown: 1 }

const move = (table, event) => {
  const headings = [...table.querySelectorAll("button[data-sort]")]
  const links = [...table.querySelectorAll("td.number a")]
  const at = headings.indexOf(event.target)
  const along = at < 0 ? [headings[0], ...links] : event.key in SIDEWARDS ? headings : [event.target, ...links]
  const step = SIDEWARDS[event.key] ?? UPWARDS[event.key]
  const next = along[along.indexOf(event.target) + step]
  if (!step || !along.includes(event.target) || (at < 0 && event.key in SIDEWARDS) || !next) return
  event.preventDefault()
  next.focus()
}

export default function ({ data, parentElement, setTriggerValue }) {
  const table = parentElement.querySelector("table")
  const { columns, rows, sorting, whole } = data
  const place = placeOf(parentElement.getRootNode().activeElement)
  table.innerHTML = `<thead><tr>${heading(columns, sorting)}</tr></thead>
    <tbody>${body(columns, rows, !sorting.column || sorting.column === "number")}</tbody>`
  offerWhole(table, whole)
  if (place) table.querySelector(place)?.focus({ preventScroll: true })
  table.onkeydown = (event) => move(table, event)
  table.onclick = (event) => {
    const button = event.target.closest("button")
    if (button?.dataset.sort) {
      setTriggerValue("sort", button.dataset.sort)
      return
    }
    if (button) {
      turnWhole(button, whole)
      return
    }
    const row = event.target.closest("tr.row")
    if (!row || getSelection().toString()) return // selecting a word is no click
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) {
      window.open(`actie?actie=${row.dataset.id}`)
      return
    }
    setTriggerValue("open", Number(row.dataset.id))
  }
}
