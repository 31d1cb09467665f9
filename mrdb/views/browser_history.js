// Streamlit writes the address of the next page into the history of this one first; Back would lose its filters.
(() => {
  if (window.ownHistory) return;
  window.ownHistory = true;
  const push = history.pushState.bind(history);
  const isOwn = ({ pathname, searchParams }) =>
    !searchParams.has("actie") ||
    /\/(actie|historiek|vergadering)$/.test(pathname) ||
    (pathname.endsWith("/mijn-acties") && !document.activeElement?.closest("a")); // a button opens a form there
  history.pushState = (state, title, to) => {
    if (isOwn(new URL(to ?? location.href, location.href))) push(state, title, to);
  };
})();
