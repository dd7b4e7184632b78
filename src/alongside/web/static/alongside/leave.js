/* "Leave this page": at once, in the place of this page in the history, and with nothing typed left behind.
   Without scripts it is a plain link. Prints, too, where a button asks for it. */
"use strict";

const LEFT = "alongside-left";

function forgetWhatWasTyped() {
  for (const field of document.querySelectorAll("input:not([name=csrfmiddlewaretoken]), textarea, select")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else field.value = "";
  }
}

function remember(left) {
  try {
    if (left) sessionStorage.setItem(LEFT, "1");
    else sessionStorage.removeItem(LEFT);
  } catch { /* a browser that keeps nothing has nothing to forget */ }
}

function hasLeft() {
  try { return sessionStorage.getItem(LEFT) === "1"; } catch { return false; }
}

for (const link of document.querySelectorAll("a[data-leave]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    remember(true);
    forgetWhatWasTyped();
    document.body.hidden = true;
    window.location.replace(link.href);
  });
}

/* Whoever goes back after leaving finds the fields empty; whoever comes anew starts anew. */
window.addEventListener("pageshow", (event) => {
  const [way] = performance.getEntriesByType("navigation");
  if (hasLeft() && (event.persisted || way?.type === "back_forward")) forgetWhatWasTyped();
  else remember(false);
});

for (const line of document.querySelectorAll("[data-print-line]")) {
  line.hidden = false;
  line.querySelector("[data-print]").addEventListener("click", () => window.print());
}
