/* Health: looks again by a button, and by itself as long as somebody is there to see it. */
(() => {
  "use strict";

  const EVERY = 30_000;
  /* A page that nobody touches must not keep a session alive for the whole day. */
  const ALONE = 15 * 60_000;

  let touched = Date.now();

  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll", "visibilitychange"]) {
    document.addEventListener(sign, () => { touched = Date.now(); }, { passive: true });
  }

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-looks-again]") : null;
    if (button && window.lookAgain && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      window.lookAgain();
    }
  });

  setInterval(() => {
    if (!document.hidden && Date.now() - touched < ALONE) {
      window.lookAgain?.();
    }
  }, EVERY);
})();
