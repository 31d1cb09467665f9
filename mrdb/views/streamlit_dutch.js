// Puts Streamlit's own words in Dutch, now and whenever it writes new ones. What people typed may be the very same
// words: only the places below are Streamlit's alone. A label is read aloud as it stands on screen, not with the signs
// of its Markdown.
((words, patterns) => {
  const id = (name) => `[data-testid="${name}"]`;
  const TOOLBAR = id("stElementToolbarButton");
  const TIPPED = `:is(${TOOLBAR}, ${id("stDateInputError")}):is(:hover, :focus-within)`;
  const TEXTS = [
    ...["stSkipToContent", "InputInstructions", "stStatusWidget", "stConnectionStatus", "stMainMenuPopover"].map(id),
    ...["stMainMenuList", "stException", "stDateInputError", "stDataFrameColumnVisibilityMenu"].map(id),
    ...["stFileUploaderDropzone", "stFileUploaderFileErrorMessage", "stFileUploaderFile"].map(id),
    `${id("stDateInputCalendar")}, ${id("stDateInputField")} [role="alert"], [id^="react-aria-description"]`,
    `${id("stDateInput")} [data-placeholder]`, // an empty date; a contenteditable like what people type
    `${id("stDialog")}:not(:has(${id("stElementContainer")}))`, // its own messages; ours hold elements
    "[data-live-announcer]", // how many there are to choose from, aloud
    `${id("stMultiSelectDropdown")} [role="listbox"][data-empty]`,
    `${id("stSelectboxVirtualDropdown")} [role="listbox"][data-empty]`,
    `[role="option"]:is([data-key="__select_all__"], [data-key="__creatable__"])`,
  ].join();
  const NAMING = ["aria-label", "aria-roledescription", "aria-valuetext", "title", "placeholder"];
  const NAMES = [
    ...["stTopNav", "stStatusWidgetRunningIcon", "stMainMenuButton", "stMainMenuList"].map(id),
    `${id("stDateInput")} *`,
    `${id("stDateInputCalendar")}, ${id("stDateInputCalendar")} *`,
    `${TOOLBAR} button`,
    `${id("stTooltipIcon")} button`,
    `${id("stToast")} > button, ${id("stDialog")} section > button`,
    `${id("stNumberInput")} button, ${id("stFileUploader")} *, kbd`,
    `${id("stMultiSelect")} button, ${id("stMultiSelect")} [aria-label]`,
    `${id("stVegaLiteChart")}, ${id("stVegaLiteChart")} *`,
    ".react-aria-ComboBox button",
    `${id("stSelectbox")} input, ${id("stMultiSelect")} input`,
  ].join();
  const isTip = (place) => place.closest("[role=tooltip]") && document.querySelector(TIPPED);
  const shapes = patterns.map(([from, to]) => [new RegExp(from), to]);
  const inDutch = (english) => {
    if (english in words) return words[english];
    const [from, to] = shapes.find(([from]) => from.test(english)) ?? [];
    return from && english.replace(from, to);
  };
  const put = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const dutch = inDutch(node.data.trim());
      if (dutch === undefined || node.data === dutch) return;
      const place = node.parentElement;
      const isIcon = place?.closest(id("stIconMaterial")); // its text is the name of a picture
      if (place && !isIcon && (place.closest(TEXTS) || isTip(place))) node.data = dutch;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const label = node.closest(id("stElementContainer"))?.querySelector(id("stWidgetLabel"))?.textContent;
    if (label && /[*~`\\]/.test(node.ariaLabel) && node.ariaLabel !== label) node.ariaLabel = label;
    for (const name of NAMING) {
      const english = node.getAttribute(name);
      const dutch = english && inDutch(english);
      if (dutch && dutch !== english && node.matches(NAMES)) node.setAttribute(name, dutch);
    }
    node.childNodes.forEach(put);
  };
  document.documentElement.lang = "nl";
  if (!window.spokenDutch) {
    // Where something is added only that is new: what stood there already would be read again with every element.
    window.spokenDutch = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) =>
      (type === "childList" ? addedNodes : [target]).forEach(put)));
    window.spokenDutch.observe(document.body, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMING,
    });
  }
  put(document.body);
})
