// Puts Streamlit's own words in Dutch, now and whenever it writes new ones. What people typed may be the very same
// words: only the places below are Streamlit's alone.
((words) => {
  const id = (name) => `[data-testid="${name}"]`;
  const TOOLBAR = id("stElementToolbarButton");
  const TEXTS = [
    ...["stSkipToContent", "InputInstructions", "stStatusWidget", "stConnectionStatus", "stMainMenuPopover"].map(id),
    ...["stMainMenuList", "stException", "stDateInputError", "stDataFrameColumnVisibilityMenu"].map(id),
    `${id("stFileUploaderDropzone")} button`,
    `${id("stDateInput")} [data-placeholder]`, // an empty date; a contenteditable like what people type
    `${id("stDialog")}:not(:has(${id("stElementContainer")}))`, // its own messages; ours hold elements
    `${id("stMultiSelectDropdown")} [role="listbox"][data-empty]`,
    `${id("stSelectboxVirtualDropdown")} [role="listbox"][data-empty]`,
    `[role="option"][data-key="__select_all__"]`,
  ].join();
  const NAMES = [
    ...["stTopNav", "stStatusWidgetRunningIcon", "stMainMenuButton", "stMainMenuList"].map(id),
    `${id("stDateInput")} *`,
    `${id("stDateInputCalendar")}, ${id("stDateInputCalendar")} *`,
    `${TOOLBAR} button`,
    `${id("stHeaderActionElements")} a`,
    `${id("stTooltipIcon")} button`,
    `${id("stToast")} > button, ${id("stDialog")} section > button`,
    `${id("stNumberInput")} button`,
    ".react-aria-ComboBox button",
    `${id("stSelectbox")} input, ${id("stMultiSelect")} input`,
  ].join();
  const isTip = (place) => place.closest("[role=tooltip]") && document.querySelector(`${TOOLBAR}:is(:hover, :focus-within)`);
  const put = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const dutch = words[node.data.trim()];
      if (dutch === undefined || node.data === dutch) return;
      const place = node.parentElement;
      if (place && (place.closest(TEXTS) || isTip(place))) node.data = dutch;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of ["aria-label", "title", "placeholder"]) {
      const english = node.getAttribute(name);
      const dutch = words[english] ?? english?.replace(/^Help for /, "Uitleg bij ");
      if (dutch && dutch !== english && node.matches(NAMES)) node.setAttribute(name, dutch);
    }
    node.childNodes.forEach(put);
  };
  document.documentElement.lang = "nl";
  if (!window.spokenDutch) {
    window.spokenDutch = new MutationObserver((changes) => changes.forEach((change) => {
      put(change.target);
      change.addedNodes.forEach(put);
    }));
    const attributeFilter = ["aria-label", "title", "placeholder"];
    window.spokenDutch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter,
    });
  }
  put(document.body);
})
