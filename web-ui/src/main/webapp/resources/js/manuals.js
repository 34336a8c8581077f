/* Adding manuals: a file that is too large is named at once, and the others go on. */
(() => {
  "use strict";

  const list = document.querySelector("[data-not-sent]");

  const notSent = name => {
    const item = document.createElement("li");
    item.className = "notice notice-bad";
    item.textContent = `${name} is larger than the ${list.dataset.most} that are accepted here. It was not sent.`;
    list.append(item);
    list.hidden = false;
  };

  const take = (file, send) => {
    if (file.size > Number(list.dataset.mostBytes)) {
      notSent(file.name);
    } else {
      send(file);
    }
  };

  /* Files chosen or dropped next begin with a clean list. */
  const clear = () => {
    list.replaceChildren();
    list.hidden = true;
  };

  document.addEventListener("drop", clear, true);
  document.addEventListener("change", event => {
    if (event.target.matches("input[type=file]")) {
      clear();
    }
  }, true);

  window.Fieldwright = Object.assign(window.Fieldwright || {}, { take });
})();
