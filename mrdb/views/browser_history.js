// Streamlit writes the address of the next page into the history of this one first; Back would lose its filters.
(() => {
  if (window.ownHistory) return;
  window.ownHistory = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, title, to) => {
    const url = new URL(to ?? location.href, location.href);
    if (url.searchParams.has("actie") && !/\/(actie|historiek|vergadering)$/.test(url.pathname)) return;
    push(state, title, to);
  };
})();
