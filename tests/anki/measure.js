// Measures every frame of the page once all are loaded, and writes the result as JSON.
(function () {
  "use strict";

  function channels(color) {
    return color.match(/[\d.]+/g).map(Number);
  }

  function luminance(color) {
    const [red, green, blue] = channels(color)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function background(element) {
    const color = getComputedStyle(element).backgroundColor;
    const isClear = channels(color)[3] === 0;
    return isClear && element.parentElement ? background(element.parentElement) : color;
  }

  function contrast(element, part) {
    const colors = [getComputedStyle(element, part).color, background(element)];
    const [darker, lighter] = colors.map(luminance).sort((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  }

  function measure(frame) {
    const page = frame.contentDocument;
    const shown = [...page.querySelectorAll("#qa, #qa *")].filter((each) => each.innerText);
    const options = [...page.querySelectorAll(".options > li")];
    const contrasts = shown.flatMap((each) => [null, "::before", "::after"].map((part) => contrast(each, part)));
    return {
      text: page.body.innerText,
      overflow: page.documentElement.scrollWidth - page.documentElement.clientWidth,
      contrast: Math.min(...contrasts),
      lists: [
        options.map((each) => each.textContent),
        options.map((each) => getComputedStyle(each, "::after").content.replaceAll('"', "")),
      ],
    };
  }

  addEventListener("load", () => {
    const frames = [...document.querySelectorAll("iframe")];
    const results = frames.map((frame) => [frame.name, measure(frame)]);
    document.querySelector("pre").textContent = JSON.stringify(Object.fromEntries(results));
  });
})();
