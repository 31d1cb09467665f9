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

const sorted = (rows, key, descending) => {
  if (!key) return rows
  const value = (row) => row.sort[key] ?? row[key].toLowerCase()
  const order = (a, b) => {
    const [x, y] = [value(a), value(b)]
    return typeof x === "number" ? x - y : x.localeCompare(y, "nl")
  }
  const result = [...rows].sort(order)
  return descending ? result.reverse() : result
}

const heading = (columns, key, descending, label) =>
  Object.entries(columns)
    .map(([name, text]) => {
      const mark = name === key ? (descending ? " ▼" : " ▲") : ""
      const aria = name === key ? (descending ? "descending" : "ascending") : "none"
      return `<th class="${name}" aria-sort="${aria}"><button data-sort="${name}" title="${escape(label)} ${escape(text)}">${escape(text)}${mark}</button></th>`
    })
    .join("")

const title = (kind, text, columns) =>
  `<tr class="${kind}"><th colspan="${Object.keys(columns).length}">${escape(text)}</th></tr>`

const body = (columns, rows, grouped) => {
  let last = {}
  return rows
    .map((row) => {
      const cells = Object.keys(columns)
        .map((name) => `<td class="${name}">${(cell[name] ?? ((r) => escape(r[name])))(row, grouped)}</td>`)
        .join("")
      const begins = grouped && row.document !== last.document
      const document = begins && row.document ? title("document", row.document, columns) : ""
      const group = grouped && (begins || row.group !== last.group) ? title("group", row.group, columns) : ""
      last = row
      return `${document}${group}<tr class="row" data-id="${row.id}">${cells}</tr>`
    })
    .join("")
}

// How each table on the page is sorted, by its own element: it must outlive a new set of rows.
const sorting = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const table = parentElement.querySelector("table")
  const draw = () => {
    const { key = null, descending = false } = sorting.get(table) ?? {}
    table.innerHTML = `<thead><tr>${heading(data.columns, key, descending, data.sort)}</tr></thead>
      <tbody>${body(data.columns, sorted(data.rows, key, descending), !key || key === "number")}</tbody>`
  }
  table.onclick = (event) => {
    const button = event.target.closest("button[data-sort]")
    if (button) {
      const { key, descending } = sorting.get(table) ?? {}
      const again = key === button.dataset.sort
      sorting.set(table, again && descending ? {} : { key: button.dataset.sort, descending: again })
      draw()
      return
    }
    const row = event.target.closest("tr.row")
    if (!row || getSelection().toString()) return // selecting a word is no click
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      window.open(`actie?actie=${row.dataset.id}`)
      return
    }
    event.preventDefault()
    setTriggerValue("open", Number(row.dataset.id))
  }
  draw()
}
