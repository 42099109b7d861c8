// One small picture for each channel, with its name for those who do not see it.

const NS = "http://www.w3.org/2000/svg";
const PATHS = {
  webchat: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z",
  sms: "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Zm0 3v12h10V5H7Zm5 13.200a1.100 1.100 0 1 0 0 2.200 1.100 1.100 0 0 0 0-2.200Z",
  telegram: "M21.500 3.500 2.800 10.700c-.9.400-.9 1.600.1 1.900l4.600 1.500 1.800 5.600c.2.700 1.100.9 1.600.4l2.600-2.500 4.700 3.500c.6.400 1.400.1 1.600-.6L23 4.700c.2-.9-.6-1.600-1.500-1.200ZM9.300 13.700l8.600-6.200-6.600 7.500-.3 3-1.700-4.300Z",
  email: "M3 5h18a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm9 8 8-6H4l8 6Z",
};

export function icon(channel, name) {
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  const title = document.createElementNS(NS, "title");
  title.textContent = name;
  const path = document.createElementNS(NS, "path");
  path.setAttribute("d", PATHS[channel] ?? PATHS.webchat);
  path.setAttribute("fill", "currentColor");
  path.setAttribute("fill-rule", "evenodd");
  svg.append(title, path);
  return svg;
}
