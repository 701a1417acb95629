// Narrows the page down to a verdict, a rule, an outlet. Without it everything is simply there.
(() => {
  "use strict";
  const form = document.querySelector("form.filters");
  if (!form) return;
  const status = form.querySelector(".shown");
  const findings = [...document.querySelectorAll("article.finding")];
  const rows = [...document.querySelectorAll("table.verdicts tr[data-rule]")];

  const fits = (item, wanted) =>
    (!wanted.verdict || item.dataset.verdict === wanted.verdict) &&
    (!wanted.rule || item.dataset.rule === wanted.rule) &&
    (!wanted.outlet || item.dataset.outlets.split(" ").includes(wanted.outlet));

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let shown = 0;
    for (const item of findings) {
      item.hidden = !fits(item, wanted);
      if (!item.hidden) shown += 1;
    }
    for (const row of rows) row.hidden = !fits(row, wanted);
    for (const body of document.querySelectorAll("table.verdicts tbody")) {
      body.hidden = !body.querySelector("tr[data-rule]:not([hidden])");
    }
    const narrowed = Object.values(wanted).some(Boolean);
    status.textContent = narrowed ? `${shown} of ${findings.length} findings shown` : "";
  };

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  // A link to what is filtered away would lead nowhere.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]")) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  form.hidden = false;
  apply();
})();
