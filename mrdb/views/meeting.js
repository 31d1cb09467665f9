// The keyboard goes where the group goes: from the status into its comment, and to the status of the next action.
(action) => {
  const status = `.st-key-meeting [class*="st-key-typed_form-status-"] [role=radio]`
  window.leadsToComment ||= ["click", "keyup"].map((type) => addEventListener(type, ({ target, key }) => {
    const chosen = target.closest?.(status)
    if (!chosen || (type === "keyup" && key !== " " && key !== "Enter")) return
    setTimeout(() => chosen.closest(".st-key-form").querySelector("textarea").focus())
  }, true))
  const before = window.actionOnScreen
  if (before === action) return
  window.actionOnScreen = action
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0) // wherever the buttons of the one before stood
  if (before === undefined) return
  const until = performance.now() + 3000
  const toStatus = () => {
    const own = document.querySelectorAll(status.replace("status-", `status-${action}-`))
    const chosen = [...own].find((one) => one.ariaChecked === "true") ?? own[0]
    if (chosen) chosen.focus()
    else if (performance.now() < until) setTimeout(toStatus, 20)
  }
  toStatus()
}
