// The report of an audit: it can be printed.

document.getElementById("print").addEventListener("click", () => window.print());
