// What the browser tests ask of a page, from inside it. Every question answers with what is wrong, in words.
globalThis.probes = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const flat = (text) => text.replace(/\s+/g, " ").trim();

  // How a person would find the element in the source.
  const named = (one) => {
    const id = one.id ? `#${one.id}` : "";
    const classes = (one.getAttribute("class") || "").split(" ").filter(Boolean).map((name) => `.${name}`).join("");
    return `<${one.localName}${id}${classes}> “${flat(one.textContent).slice(0, 40)}”`;
  };

  // What is wider than the page, the innermost first to blame; what scrolls by itself is not.
  const tooWide = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const beyond = all("body *").filter((one) => one.getBoundingClientRect().right > room + 0.5);
    const inner = beyond.filter((one) => !beyond.some((other) => other !== one && one.contains(other)));
    return [`the page is ${document.documentElement.scrollWidth} px wide: ${inner.slice(0, 3).map(named).join(", ")}`];
  };

  // Text of figures, line by line. A box is as tall as its font, and ink is not: a fifth is shaved off each side.
  const lines = (svg) =>
    all("text, tspan", svg)
      .filter((one) => !one.querySelector("tspan") && flat(one.textContent) && shown(one))
      .map((one) => {
        const { left, right, top, bottom, height } = one.getBoundingClientRect();
        return { words: flat(one.textContent), left, right, top: top + height / 5, bottom: bottom - height / 5 };
      })
      .filter((one) => one.right > one.left);
  const CLOSE = 1;
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > CLOSE &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > CLOSE;
  const figures = () =>
    all("svg").flatMap((svg) => {
      const held = lines(svg);
      const frame = svg.getBoundingClientRect();
      const outside = (one) =>
        Math.max(frame.left - one.left, one.right - frame.right, frame.top - one.top, one.bottom - frame.bottom) > CLOSE;
      return [
        ...held.filter(outside).map((one) => `“${one.words}” leaves its figure`),
        ...held.flatMap((one, place) =>
          held.slice(place + 1).filter((other) => meet(one, other)).map((other) => `“${one.words}” lies on “${other.words}”`)),
      ];
    });
  const unnamedFigures = () =>
    all("svg").filter((svg) => svg.getAttribute("aria-hidden") !== "true" && !(svg.querySelector("title") && svg.getAttribute("role") === "img"))
      .map((svg) => `no text alternative: ${named(svg)}`);

  // What a keyboard must reach: links, folds, fields, and what scrolls.
  const reachable = () =>
    all("a[href], summary, button, input, select, textarea, [tabindex='0']").filter((one) => shown(one) && !one.disabled);
  const scrolling = () =>
    all("body *").filter((one) => shown(one) && one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX))
      .filter((one) => !one.matches("[tabindex='0']") && !one.querySelector("a[href], [tabindex='0']"))
      .map((one) => `scrolls, but no keyboard reaches it: ${named(one)}`);
  let met = [];
  const watch = () => {
    met = [];
    document.addEventListener("focusin", ({ target }) => met.push({ target, seen: isSeen(target) }));
    return reachable().length;
  };
  const isSeen = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    const onScreen = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight && width > 1 && height > 1;
    return onScreen && ((outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none");
  };
  const walked = () => [
    ...reachable().filter((one) => !met.some(({ target }) => target === one)).map((one) => `Tab does not reach ${named(one)}`),
    ...met.filter(({ seen }) => !seen).map(({ target }) => `the focus is not seen on ${named(target)}`),
    ...(met.every(({ target }, place) => target === reachable()[place]) ? [] : ["Tab does not follow the order of the page"]),
  ];
  // Behind the skip link, Tab goes on with what stands in the content or below it, where there is anything.
  const skipped = () => {
    const main = document.querySelector("main");
    if (!main || location.hash !== `#${main.id}`) return ["the first Tab and Enter do not lead to the content"];
    const below = reachable().find((one) => main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const next = met.at(-1).target;
    return !below || next === below ? [] : [`behind the skip link, Tab goes to ${named(next)}`];
  };

  // One element for each way in which the page shows words: contrast is dear to measure, and a table has many cells.
  const looks = () => {
    const kinds = new Map();
    const worded = (one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    for (const one of all("body *").filter((one) => worded(one) && shown(one))) {
      const { color, fontSize, fontWeight, fontStyle, textShadow } = getComputedStyle(one);
      const grounds = [];
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
        grounds.push(backgroundColor, backgroundImage, opacity);
      }
      const plain = grounds.filter((ground) => !["rgba(0, 0, 0, 0)", "none", "1"].includes(ground));
      const kind = [color, fontSize, fontWeight, fontStyle, textShadow, ...plain].join("|");
      if (!kinds.has(kind)) kinds.set(kind, one);
    }
    return [...kinds.values()];
  };

  const unfold = () => all("details").forEach((one) => { one.open = true; });
  const links = () => all("a[href]").map((one) => one.getAttribute("href"));
  const ids = () => all("[id]").map((one) => one.id);
  const scripts = () => all("script").length;
  // Without the search of an index, which is nothing without its script.
  const words = () => {
    const search = all("[role=search]");
    for (const one of search) one.style.display = "none";
    const said = flat(document.body.innerText);
    for (const one of search) one.style.display = "";
    return said;
  };
  const rows = () => all("tr").filter(shown).length;

  // Marks too small to see, whose pages tell where rows break and what stands under a heading. Figures stay as they are.
  const mark = () => {
    const put = (place, word) => {
      const span = document.createElement("span");
      span.textContent = ` \u00ab${word}\u00bb `;
      span.style.cssText = "position:absolute;font:1px sans-serif;letter-spacing:0;text-transform:none;white-space:nowrap";
      place(span);
    };
    const rows = all("tbody tr").filter(shown);
    const headings = all("h1, h2, h3, h4, caption").filter((one) => shown(one) && one.getBoundingClientRect().width > 1);
    const names = { rows: rows.map(named), headings: headings.map(named) };
    rows.forEach((row, at) => {
      put((span) => row.firstElementChild.prepend(span), `r${at}a`);
      [...row.children].forEach((cell) => put((span) => cell.append(span), `r${at}b`));
    });
    headings.forEach((heading, at) => {
      const next = following(heading);
      put((span) => heading.append(span), `h${at}a`);
      if (next) put((span) => next.before(span), `h${at}b`);
    });
    return names;
  };
  // The first words behind an element.
  const following = (one) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.data.trim() && node.parentElement.closest("svg, style, script, .unseen, footer") === null &&
      getComputedStyle(node.parentElement).display !== "none" && shown(node.parentElement) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    walker.currentNode = one;
    let node = walker.nextNode();
    while (node && one.contains(node)) node = walker.nextNode();
    return node;
  };

  return { tooWide, figures, unnamedFigures, reachable, scrolling, watch, walked, skipped, looks, unfold, links, ids, scripts, words, rows, mark };
})();
