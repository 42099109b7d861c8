/**
 * Keep the page as high as what can be seen. Where the virtual keyboard lies over the
 * page instead of shrinking it (iOS), only visualViewport knows.
 */
export function followViewport() {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    const zoomed = Math.abs(viewport.scale - 1) > 0.01; // pinched: leave the reader alone
    const covered = window.innerHeight - viewport.height > 1;
    const style = document.documentElement.style;
    if (zoomed || !covered) style.removeProperty("--height");
    else style.setProperty("--height", `${viewport.height}px`);
    if (!zoomed && covered) window.scrollTo(0, 0);
  };
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
  follow();
}
