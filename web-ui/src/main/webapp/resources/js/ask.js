/* Asking: the box that grows, the skeleton, the model's words as they come, the page beside the answer. */
(() => {
  "use strict";

  const byId = id => document.getElementById(id);
  const question = () => byId("question");
  const thread = () => byId("thread");
  const announce = text => { byId("announce").textContent = text; };

  /* ---- what was typed survives a lost connection and an expired sign-in ---- */
  const DRAFT = "question-draft";
  const draft = {
    keep: text => { try { sessionStorage.setItem(DRAFT, text); } catch { /* private window: nothing is kept */ } },
    take: () => { try { return sessionStorage.getItem(DRAFT) || ""; } catch { return ""; } },
  };

  const grow = () => {
    const box = question();
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 152)}px`;
    byId("send").toggleAttribute("disabled", box.value.trim() === "");
  };

  const send = () => {
    if (question().value.trim() !== "") {
      byId("send").click();
    }
  };

  document.addEventListener("input", event => {
    if (event.target === question()) {
      draft.keep(question().value);
      grow();
    }
  });

  document.addEventListener("keydown", event => {
    if (event.target === question() && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });

  document.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : null;
    const suggestion = target?.closest("[data-ask]");
    if (suggestion) {
      question().value = suggestion.dataset.ask;
      draft.keep(question().value);
      grow();
      send();
    }
    const cite = target?.closest("[data-cite]");
    const card = cite ? byId(cite.dataset.cite) : target?.closest(".page-card[data-evidence]");
    if (card && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      if (beside()) {
        show(card);
      } else {
        location.assign(card.href);
      }
    }
  });

  /* ---- the equipment is offered at once, before a letter is typed ---- */
  byId("equipment_input").addEventListener("focus", event => {
    event.target.select();
    window.PF("equipment").search("");
  });

  /* ---- asked, answered ---- */
  const asked = () => {
    const searching = byId("searching").content.cloneNode(true);
    searching.querySelector("[data-question]").textContent = question().value.trim();
    thread().querySelector(".welcome")?.remove();
    thread().append(searching);
    thread().lastElementChild.scrollIntoView({ block: "start" });
    announce("Searching the manuals");
    /* after the form was read: the question stands in the conversation now */
    setTimeout(() => {
      question().value = "";
      document.activeElement?.blur();
      grow();
    });
  };

  /* Back to before the question: it is in the box again. */
  const takeBack = () => {
    thread().querySelectorAll(".searching").forEach(skeleton => skeleton.remove());
    question().value = draft.take();
    grow();
  };

  const answered = args => {
    if (args?.conversation) {
      const address = `/ask/${args.conversation}`;
      if (location.pathname !== address) {
        history.pushState(null, "", address);
      }
      byId("conversation").value = args.conversation;
      draft.keep("");
      const last = thread().querySelector(".exchange:last-of-type");
      last?.scrollIntoView({ block: "start" });
      announce(said(last));
      showFirst(last);
      listenForWords();
    } else {
      takeBack();
    }
  };

  const said = exchange => {
    const pages = exchange?.querySelectorAll(".pages .page-card").length || 0;
    return pages === 0 ? "Not in your manuals" : `${pages} ${pages === 1 ? "page" : "pages"} found, answer below`;
  };

  const askFailed = () => {
    takeBack();
    const problem = byId("problem");
    const note = document.createElement("p");
    note.className = "notice notice-bad";
    note.textContent = "The question did not get through. It is still in the box; send it again.";
    problem.replaceChildren(note);
  };

  /* ---- the model's words, as they come ---- */
  let words;

  const listenForWords = () => {
    words?.close();
    const waiting = [...document.querySelectorAll('.exchange[data-awaits-words="true"]')].pop();
    const box = waiting?.querySelector("[data-words]");
    if (!box) {
      return;
    }
    const text = box.querySelector("[data-words-text]");
    const state = box.querySelector("[data-words-state]");
    words = new EventSource(`/api/v1/questions/${waiting.dataset.exchange}/words`);
    words.addEventListener("words", event => {
      text.textContent += JSON.parse(event.data);
      state.textContent = "Putting it in words; not yet checked";
    });
    words.addEventListener("done", () => {
      words.close();
      state.textContent = "Checked against the pages";
      window.showWords();
    });
    const failed = () => {
      words.close();
      waiting.dataset.awaitsWords = "false";
      box.className = "notice small";
      box.textContent = "The language model did not finish. The pages and the words from them stand as they are.";
    };
    words.addEventListener("failed", failed);
    words.onerror = failed;
  };

  const wordsShown = () => announce("The answer is there in words");

  /* ---- the page beside the answer, where there is room ---- */
  const beside = () => window.matchMedia("(min-width: 1024px)").matches;

  const marks = (svg, list) => {
    svg.replaceChildren(...list.split(";").filter(Boolean).map(box => {
      const [x, y, width, height] = box.split(",");
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      Object.entries({ x, y, width, height }).forEach(([name, value]) => rect.setAttribute(name, value));
      return rect;
    }));
  };

  const show = card => {
    const panel = byId("evidence");
    const part = name => panel.querySelector(`[data-evidence-${name}]`);
    document.querySelectorAll(".page-card.shown").forEach(other => other.classList.remove("shown"));
    card.classList.add("shown");
    part("empty").hidden = true;
    part("page").hidden = false;
    part("title").textContent = card.dataset.title;
    part("number").textContent = `Page ${card.dataset.page}`;
    part("open").href = card.href;
    const image = part("image");
    image.alt = `Page ${card.dataset.page} of ${card.dataset.title}`;
    image.src = `${card.dataset.evidence}?width=1200`;
    marks(part("marks"), card.dataset.marks);
    const top = Number((card.dataset.marks.split(";")[0] || "0,0").split(",")[1]);
    const bring = () => {
      const sheet = panel.querySelector(".evidence-sheet");
      sheet.scrollTo({ top: Math.max(0, top * image.clientHeight - sheet.clientHeight / 3) });
    };
    if (image.complete) {
      bring();
    } else {
      image.addEventListener("load", bring, { once: true });
    }
  };

  const showFirst = exchange => {
    const first = exchange?.querySelector(".page-card[data-evidence]");
    if (first && beside()) {
      show(first);
    }
  };

  /* ---- speaking instead of typing ---- */
  const Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  let listening;

  const tell = text => {
    const note = byId("voice-note");
    note.textContent = text;
    note.hidden = text === "";
  };

  const heard = {
    "not-allowed": "The microphone is not allowed for this page. Allow it in the browser's settings, or type.",
    "audio-capture": "No microphone was found. Type the question instead.",
    network: "The browser's speech service cannot be reached. Type the question instead.",
    "no-speech": "Nothing was heard. Tap the microphone and speak.",
  };

  const speak = () => {
    if (listening) {
      listening.stop();
      return;
    }
    if (!window.isSecureContext) {
      tell("Browsers give the microphone only to https addresses. Use the microphone key of your keyboard instead.");
      return;
    }
    if (!Recognition) {
      tell("This browser cannot listen. Use the microphone key of your keyboard instead.");
      return;
    }
    const before = question().value.trim();
    listening = new Recognition();
    listening.lang = document.documentElement.lang || "en";
    listening.interimResults = true;
    listening.onresult = event => {
      const said = [...event.results].map(result => result[0].transcript).join("");
      question().value = `${before} ${said}`.trim();
      draft.keep(question().value);
      grow();
    };
    listening.onerror = event => tell(heard[event.error] || "Listening did not work this time. Type the question instead.");
    listening.onend = () => {
      listening = undefined;
      byId("speak").classList.remove("listening");
      byId("speak").setAttribute("aria-label", "Speak the question");
    };
    tell("Listening. Your browser turns the sound into text; its maker may do that on their servers.");
    byId("speak").classList.add("listening");
    byId("speak").setAttribute("aria-label", "Stop listening");
    listening.start();
  };

  window.Fieldwright = Object.assign(window.Fieldwright || {}, { asked, answered, askFailed, wordsShown });

  byId("speak").addEventListener("click", speak);
  if (question().value === "") {
    question().value = draft.take();
  }
  grow();
  showFirst(thread().querySelector(".exchange:last-of-type"));
  listenForWords();
  window.addEventListener("popstate", () => location.reload());
})();
