/** How the launcher and the panel look. A constructed sheet: it needs no permission from the page's own CSP. */
export const STYLE = `
:host { all: initial; color-scheme: light dark; }
[hidden] { display: none !important; }

.launcher {
  position: fixed;
  right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom));
  z-index: 2147483000;
  display: grid;
  place-items: center;
  width: 60px;
  height: 60px;
  padding: 0;
  color: var(--on-accent);
  background: var(--accent);
  border: 1px solid rgb(255 255 255 / 45%);
  border-radius: 50%;
  box-shadow: 0 6px 24px rgb(16 28 44 / 28%);
  cursor: pointer;
  transition: transform 0.15s;
}
.launcher:hover { transform: scale(1.05); }
.launcher:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.launcher svg {
  grid-area: 1 / 1;
  width: 28px;
  height: 28px;
  fill: none;
  stroke: currentColor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.launcher .cross, .launcher[aria-expanded="true"] .bubble { visibility: hidden; }
.launcher[aria-expanded="true"] .cross { visibility: visible; }

.badge {
  position: absolute;
  top: -4px;
  right: -4px;
  min-width: 22px;
  padding: 0 5px;
  color: white;
  font: 700 13px/22px system-ui, sans-serif;
  text-align: center;
  background: #b3261e;
  border: 2px solid white;
  border-radius: 14px;
}

.panel {
  position: fixed;
  inset: auto max(20px, env(safe-area-inset-right)) 94px auto;
  z-index: 2147483000;
  width: 400px;
  height: min(680px, calc(100dvh - 114px));
  max-width: none;
  max-height: none;
  margin: 0;
  padding: 0;
  overflow: hidden;
  background: Canvas;
  border: 1px solid rgb(120 135 150 / 35%);
  border-radius: 20px;
  box-shadow: 0 16px 56px rgb(16 28 44 / 26%);
}
.panel[open] { animation: rise 0.18s ease-out; }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }

iframe { display: block; width: 100%; height: 100%; border: 0; }

.elsewhere {
  position: absolute;
  inset: auto 16px 16px;
  padding: 14px;
  color: var(--on-accent);
  font: 600 16px/1.3 system-ui, sans-serif;
  text-align: center;
  background: var(--accent);
  border-radius: 14px;
}

@media (max-width: 519px), (max-height: 519px) {
  .panel {
    inset: var(--top, 0) 0 auto;
    width: 100%;
    height: var(--height, 100dvh);
    border: 0;
    border-radius: 0;
  }
}
@media (prefers-reduced-motion: reduce) {
  .panel[open] { animation: none; }
  .launcher { transition: none; }
}
@media print { .launcher, .panel { display: none; } }
`;
