// On a narrow screen the picture begins where the flow does, not at its left edge.

const region = document.querySelector(".flow");
const first = region.querySelector("a.way rect");

region.scrollLeft = first.x.baseVal.value + first.width.baseVal.value / 2 - region.clientWidth / 2;
