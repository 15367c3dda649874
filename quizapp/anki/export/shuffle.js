// Puts the options in an order that is another one each day and the same on front and back.
// Without scripts they stand in the order of the note, which does not betray the key either.
(function () {
  "use strict";
  var list = document.querySelector(".quizapp .options");
  if (!list || list.classList.contains("fixed")) {
    return;
  }
  var fourHours = 4 * 60 * 60 * 1000; // a learner's day ends when Anki's does, at four
  var seed = list.textContent + new Date(Date.now() - fourHours).toDateString();

  // FNV-1a over the text, then xorshift: 32 bits that any browser makes alike.
  var state = 2166136261;
  for (var i = 0; i < seed.length; i++) {
    state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  }
  state = state || 1;
  function below(limit) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  }

  for (var left = list.children.length; left > 0; left--) {
    list.appendChild(list.children[below(left)]);
  }
})();
