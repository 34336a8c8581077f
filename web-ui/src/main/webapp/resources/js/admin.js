/* The administrator's pages and one's own: secrets to show and to copy, filters, the density of rows. */
(() => {
  "use strict";

  const root = document.documentElement;

  const reveal = button => {
    const field = document.getElementById(button.dataset.reveals);
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? "Show" : "Hide";
    button.setAttribute("aria-pressed", String(!shown));
    field.focus();
  };

  /* Without https a browser gives no clipboard: then the words are selected and copied the old way. */
  const copy = async button => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = "Copied";
  };

  const chooseDensity = choice => {
    root.dataset.density = choice;
    document.cookie = choice
      ? `density=${choice}; path=/; max-age=31536000; samesite=lax`
      : "density=; path=/; max-age=0; samesite=lax";
    for (const button of document.querySelectorAll("[data-density-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.densityChoice === choice));
    }
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.dataset.reveals) {
      reveal(button);
    } else if (button?.dataset.copies) {
      copy(button);
    } else if (button?.dataset.closes) {
      document.getElementById(button.dataset.closes).close();
    } else if (button && "densityChoice" in button.dataset) {
      chooseDensity(button.dataset.densityChoice);
    }
  });

  document.addEventListener("change", event => {
    if (event.target.matches("[data-submits]")) {
      event.target.form.requestSubmit();
    }
  });

  document.addEventListener("focusin", event => {
    if (event.target.matches("[data-selects]")) {
      event.target.select();
    }
  });
})();
