// Appended to a copy of a report in a frame: tells the page around it what a reader would see go wrong.
(() => {
  const findings = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) findings.push(`page wider than screen: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > root.clientWidth + 1 && !element.closest(".scroll, nav, pre, svg"))
      findings.push(`beyond the right edge: ${element.tagName}.${element.className}`);
  }
  for (const picture of document.querySelectorAll("svg[role=img]")) {
    const frame = picture.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...picture.querySelectorAll("text")].map(text => [text, text.getBoundingClientRect()]);
    const name = picture.querySelector("title").textContent;
    for (const [text, box] of texts)
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)
        findings.push(`cut off in “${name}”: ${text.textContent}`);
    const upright = texts.filter(([text]) => !text.hasAttribute("transform"));
    for (let i = 0; i < upright.length; ++i)
      for (let j = i + 1; j < upright.length; ++j) {
        const [one, a] = upright[i], [other, b] = upright[j];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 4) findings.push(`one on another in “${name}”: ${one.textContent} / ${other.textContent}`);
      }
  }
  parent.postMessage(`${root.clientWidth} wide, ${findings.length} findings\n${findings.join("\n")}`, "*");
})();
