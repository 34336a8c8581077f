/* A page of a manual: two fingers, double tap, wheel and keys zoom; dragging and scrolling move; the mark comes into sight. */
(() => {
  "use strict";

  const MOST = 6;
  const reader = document.querySelector("[data-reader]");
  const text = document.querySelector("[data-page-text]");
  const textButton = document.querySelector("[data-text]");

  const follow = selector => {
    const link = document.querySelector(selector);
    if (link) {
      location.assign(link.href);
    }
    return Boolean(link);
  };

  /* ---- the page number ---- */
  const go = document.querySelector("[data-go]");
  go.addEventListener("submit", event => {
    event.preventDefault();
    const field = go.querySelector("input");
    const wanted = Math.min(Math.max(parseInt(field.value, 10) || 1, 1), Number(field.dataset.pages));
    location.assign(go.dataset.go.replace("/pages/0", `/pages/${wanted}`));
  });
  go.querySelector("input").addEventListener("focus", event => event.target.select());

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input") || document.querySelector("dialog[open]")) {
      return;
    }
    const wide = reader && !reader.hidden && reader.scrollWidth > reader.clientWidth + 1;
    const turned = (event.key === "ArrowLeft" && !wide && follow("[data-previous]"))
      || (event.key === "ArrowRight" && !wide && follow("[data-next]"))
      || (event.key === "PageUp" && event.shiftKey && follow("[data-previous]"))
      || (event.key === "PageDown" && event.shiftKey && follow("[data-next]"))
      || (event.key === "Escape" && follow("[data-back]"));
    if (turned) {
      event.preventDefault();
    }
  });

  if (!reader) {
    return;
  }

  const sheet = reader.querySelector("[data-sheet]");
  const image = sheet.querySelector("img");
  let zoom = 1;

  /* ---- text instead of the picture ---- */
  const showText = shown => {
    reader.hidden = shown;
    text.hidden = !shown;
    textButton.setAttribute("aria-pressed", String(shown));
    if (shown) {
      text.querySelector("mark")?.scrollIntoView({ block: "center" });
    }
  };
  textButton.addEventListener("click", () => showText(text.hidden));

  const notDrawn = () => {
    document.querySelector("[data-not-drawn]").hidden = false;
    showText(true);
    textButton.hidden = true;
  };
  image.addEventListener("error", notDrawn);
  if (image.complete && image.naturalWidth === 0) {
    notDrawn();
  }

  /* ---- zoom: the sheet grows, the point under the fingers stays ---- */
  const padding = () => parseFloat(getComputedStyle(reader).paddingLeft) || 0;
  const fit = () => reader.clientWidth - 2 * padding();

  const zoomTo = (wanted, clientX, clientY) => {
    const next = Math.min(Math.max(wanted, 0.4), MOST);
    const frame = reader.getBoundingClientRect();
    const x = (clientX ?? frame.left + frame.width / 2) - frame.left;
    const y = (clientY ?? frame.top + frame.height / 2) - frame.top;
    const before = sheet.getBoundingClientRect();
    const atX = (x + frame.left - before.left) / before.width;
    const atY = (y + frame.top - before.top) / before.height;
    zoom = next;
    sheet.style.inlineSize = `${fit() * zoom}px`;
    const left = sheet.offsetLeft - reader.offsetLeft + atX * sheet.offsetWidth - x;
    const top = sheet.offsetTop - reader.offsetTop + atY * sheet.offsetHeight - y;
    reader.scrollTo({ left, top, behavior: "instant" });
    sharpen();
  };

  /* A larger picture is fetched once it is looked at closely. */
  let sharp = false;
  const sharpen = () => {
    if (!sharp && sheet.offsetWidth * window.devicePixelRatio > 1500) {
      sharp = true;
      const larger = new Image();
      larger.onload = () => { image.src = larger.src; };
      larger.src = `${image.dataset.pageImage}?width=2400`;
    }
  };

  const whole = () => zoomTo(Math.min(1, (reader.clientHeight - 2 * padding()) / (fit() * image.height / image.width)));
  const steps = {
    in: () => zoomTo(zoom * 1.35),
    out: () => zoomTo(zoom / 1.35),
    fit: () => zoomTo(1),
  };

  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("[data-zoom]") : null;
    if (button) {
      showText(false);
      steps[button.dataset.zoom]();
    }
  });

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input") || document.querySelector("dialog[open]")) {
      return;
    }
    const step = { "+": steps.in, "=": steps.in, "-": steps.out, 0: whole, 1: steps.fit }[event.key];
    if (step) {
      event.preventDefault();
      step();
    }
  });

  reader.addEventListener("wheel", event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      zoomTo(zoom * Math.exp(-event.deltaY / 200), event.clientX, event.clientY);
    }
  }, { passive: false });

  /* ---- two fingers ---- */
  let pinch;
  const spread = touches => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
  const middle = touches => [(touches[0].clientX + touches[1].clientX) / 2, (touches[0].clientY + touches[1].clientY) / 2];

  reader.addEventListener("touchstart", event => {
    if (event.touches.length === 2) {
      event.preventDefault();
      pinch = { spread: spread(event.touches), zoom, middle: middle(event.touches) };
    }
  }, { passive: false });

  reader.addEventListener("touchmove", event => {
    if (pinch && event.touches.length === 2) {
      event.preventDefault();
      const [x, y] = middle(event.touches);
      reader.scrollBy(pinch.middle[0] - x, pinch.middle[1] - y);
      pinch.middle = [x, y];
      zoomTo(pinch.zoom * spread(event.touches) / pinch.spread, x, y);
    }
  }, { passive: false });

  const letGo = event => {
    if (event.touches.length < 2) {
      pinch = undefined;
      if (zoom < 1) {
        zoomTo(1);
      }
    }
  };
  reader.addEventListener("touchend", letGo);
  reader.addEventListener("touchcancel", letGo);

  /* ---- a double tap or double click goes close, another one back ---- */
  let tapped = { time: 0, x: 0, y: 0 };
  reader.addEventListener("pointerup", event => {
    const again = event.timeStamp - tapped.time < 320 && Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) < 28;
    tapped = again ? { time: 0, x: 0, y: 0 } : { time: event.timeStamp, x: event.clientX, y: event.clientY };
    if (again) {
      zoomTo(zoom > 1.2 ? 1 : 2.5, event.clientX, event.clientY);
    }
  });

  /* ---- a mouse drags the page ---- */
  let held;
  reader.addEventListener("pointerdown", event => {
    if (event.pointerType === "mouse" && event.button === 0) {
      held = { x: event.clientX, y: event.clientY, left: reader.scrollLeft, top: reader.scrollTop };
      reader.setPointerCapture(event.pointerId);
      reader.classList.add("held");
    }
  });
  reader.addEventListener("pointermove", event => {
    if (held) {
      reader.scrollTo(held.left + held.x - event.clientX, held.top + held.y - event.clientY);
    }
  });
  const drop = () => {
    held = undefined;
    reader.classList.remove("held");
  };
  reader.addEventListener("pointerup", drop);
  reader.addEventListener("pointercancel", drop);

  /* ---- the marked place comes into sight, on a phone large enough to be read ---- */
  const bringMark = () => {
    const rects = [...sheet.querySelectorAll(".marks rect")];
    if (rects.length === 0) {
      return;
    }
    const boxes = rects.map(rect => ["x", "y", "width", "height"].map(name => Number(rect.getAttribute(name))));
    const left = Math.min(...boxes.map(box => box[0]));
    const right = Math.max(...boxes.map(box => box[0] + box[2]));
    const top = Math.min(...boxes.map(box => box[1]));
    const bottom = Math.max(...boxes.map(box => box[1] + box[3]));
    if (reader.clientWidth < 700) {
      zoomTo(Math.min(2.2, Math.max(1, 0.94 / (right - left))));
    }
    const middleX = sheet.offsetLeft - reader.offsetLeft + (left + right) / 2 * sheet.offsetWidth;
    const middleY = sheet.offsetTop - reader.offsetTop + (top + Math.min(bottom, top + 0.3)) / 2 * sheet.offsetHeight;
    reader.scrollTo({ left: middleX - reader.clientWidth / 2, top: middleY - reader.clientHeight * 0.4, behavior: "instant" });
  };

  const whenDrawn = () => {
    for (const link of document.querySelectorAll("[data-next], [data-previous]")) {
      const neighbour = link.href.match(/\/pages\/(\d+)/)[1];
      new Image().src = `${image.dataset.pageImage.replace(/\/pages\/\d+\//, `/pages/${neighbour}/`)}?width=1200`;
    }
  };

  bringMark();
  if (image.complete) {
    whenDrawn();
  } else {
    image.addEventListener("load", whenDrawn, { once: true });
  }
  let width = reader.clientWidth;
  window.addEventListener("resize", () => {
    if (reader.clientWidth !== width) {
      width = reader.clientWidth;
      zoomTo(zoom);
    }
  });
})();
