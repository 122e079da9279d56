/** The page's only style sheet; black on white, for paper. */
export const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: #2f3941; background: #fff; max-width: 1000px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 32px 0 8px; border-bottom: 1px solid #d8dcde; padding-bottom: 4px; }
h3 { font-size: 15px; margin: 20px 0 4px; }
p { margin: 4px 0 12px; }
small, caption { color: #49545c; }
small, time { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 20px; }
caption { text-align: left; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px 4px 0; border-bottom: 1px solid #e9ebed; font-weight: normal; hyphens: none; }
thead th { color: #49545c; font-weight: 600; border-bottom-color: #c2c8cc; }
.number, .time { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.text { min-width: 30%; width: 40%; hyphens: auto; overflow-wrap: anywhere; }
svg { display: block; }
.chart { width: 100%; max-width: 640px; height: auto; }
.bar, circle { fill: #1f73b7; }
.band { fill: #edf7ff; }
.line { fill: none; stroke: #1f73b7; stroke-width: 1.5; }
.limit { fill: none; stroke: #87929d; stroke-dasharray: 2 3; }
dt { font-weight: 600; }
dd { margin: 0 0 6px; }
@page { size: A4; margin: 14mm 12mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11px; } th, td { padding-right: 6px; } tr, h2, h3, svg, dd { break-inside: avoid; } h2, h3, caption, thead, dt { break-after: avoid; } }
`;
