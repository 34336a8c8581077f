/* The frame: light and dark, keys, menus. Loaded by every page. */
(() => {
  "use strict";

  const root = document.documentElement;

  /* ---- light and dark: a cookie, so that the server sends the right page at once ---- */
  const chooseTheme = choice => {
    root.dataset.theme = choice;
    document.cookie = choice
      ? `theme=${choice}; path=/; max-age=31536000; samesite=lax`
      : "theme=; path=/; max-age=0; samesite=lax";
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === choice));
    }
    tellTheBrowser();
  };

  /* The browser's own bars take the colour of the page. */
  const tellTheBrowser = () => {
    const surface = getComputedStyle(root).getPropertyValue("--surface").trim();
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.content = surface;
    }
  };

  /* ---- menus open beside what opened them ---- */
  const place = (menu, opener) => {
    const from = opener.getBoundingClientRect();
    const wide = window.innerWidth >= 1024;
    menu.style.margin = "0";
    menu.style.position = "fixed";
    if (menu.id === "account" && wide) {
      menu.style.inset = `auto auto ${window.innerHeight - from.bottom}px ${from.right + 8}px`;
    } else {
      const right = Math.max(8, window.innerWidth - from.right);
      menu.style.inset = `${from.bottom + 4}px ${right}px auto auto`;
      const low = from.bottom + menu.offsetHeight + 8 > window.innerHeight;
      if (low && from.top > menu.offsetHeight) {
        menu.style.inset = `auto ${right}px ${window.innerHeight - from.top + 4}px auto`;
      }
    }
  };

  document.addEventListener("toggle", event => {
    const menu = event.target;
    if (!(menu instanceof HTMLElement) || !menu.matches(".menu[popover]:not(.earlier)") || event.newState !== "open") {
      return;
    }
    const openers = [...document.querySelectorAll(`[popovertarget="${CSS.escape(menu.id)}"]`)];
    const opener = openers.find(candidate => candidate === document.activeElement)
      || openers.find(candidate => candidate.offsetParent !== null);
    if (opener) {
      place(menu, opener);
    }
  }, true);

  /* ---- dialogs ---- */
  const open = id => {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) {
      document.querySelectorAll("[popover]:popover-open").forEach(menu => menu.hidePopover());
      dialog.showModal();
    }
  };

  document.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : null;
    const opener = target?.closest("[data-opens]");
    if (opener) {
      event.preventDefault();
      open(opener.dataset.opens);
    }
    const choice = target?.closest("[data-theme-choice]");
    if (choice) {
      chooseTheme(choice.dataset.themeChoice);
    }
    const account = target?.closest("[data-account]");
    if (account) {
      document.getElementById("signIn:email").value = account.dataset.account;
      document.getElementById("signIn:password").value = account.dataset.password;
      document.getElementById("signIn:enter").click();
    }
    if (target?.matches("dialog[open]")) {
      target.close();
    }
  });

  /* ---- keys ---- */
  const typing = () => document.activeElement?.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

  const visible = element => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

  const step = by => {
    const items = [...document.querySelectorAll("[data-item]")].filter(visible);
    if (items.length === 0) {
      return false;
    }
    const at = items.indexOf(document.activeElement?.closest("[data-item]"));
    const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1);
    items[next].focus();
    items[next].scrollIntoView({ block: "nearest" });
    return true;
  };

  const keys = {
    "/": () => {
      const search = document.querySelector("[data-search]");
      search?.focus();
      return Boolean(search);
    },
    "?": () => (open("keys"), true),
    j: () => step(1),
    k: () => step(-1),
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing() || document.querySelector("dialog[open]")) {
      return;
    }
    if (keys[event.key]?.()) {
      event.preventDefault();
    }
  });

  /* ---- what cannot be undone is said in full first ---- */
  let agreed;

  const ask = button => {
    const dialog = document.getElementById("sure");
    const [question, consequence] = button.closest("[data-sure]").dataset.sure.split(/(?<=\?) /, 2);
    dialog.querySelector("[data-sure-question]").textContent = question;
    dialog.querySelector("[data-sure-consequence]").textContent = consequence || "";
    dialog.querySelector("[value=go]").textContent = button.textContent.trim();
    dialog.returnValue = "";
    dialog.addEventListener("close", () => {
      /* the list may have been drawn again meanwhile */
      const still = button.isConnected ? button : document.querySelector(`.act-bad[data-of="${CSS.escape(button.dataset.of)}"]`);
      if (dialog.returnValue === "go" && still) {
        agreed = still;
        still.click();
      }
    }, { once: true });
    dialog.showModal();
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-sure] .act-bad") : null;
    if (button && button !== agreed) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(button);
    }
    agreed = undefined;
  }, true);

  /* ---- what the server refuses is said on the page, which goes on standing ---- */
  const refused = sentence => {
    const place = document.getElementById("refused");
    place.querySelector("p").textContent = sentence;
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-dismisses]") : null;
    if (button) {
      document.getElementById(button.dataset.dismisses).hidden = true;
    }
  });

  window.Fieldwright = Object.assign(window.Fieldwright || {}, { open, chooseTheme, refused });
  if (root.dataset.theme) {
    tellTheBrowser();
  }
})();
