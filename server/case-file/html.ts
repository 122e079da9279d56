import { createHash } from 'node:crypto';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that show nothing or turn the reading direction, but for tabs and line ends. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of anybody as text and nothing else, in an element or a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replace(UNSEEN, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #bbb}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}
ol.timeline{list-style:none;padding:0}ol.timeline>li{border-left:3px solid #bbb;padding:0 0 .2rem .8rem;margin:0 0 1rem;break-inside:avoid}
ol.timeline>li.company{border-color:#1a7a80}ol.timeline>li.event{border-color:#444}
.when,.where,.small{color:#555;font-size:.87rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.3rem 0}
ul.reasons{margin:0;padding-left:1rem;font-size:.87rem}.late{font-weight:bold}
@media print{body{margin:0;max-width:none;font-size:11pt}h2{break-after:avoid}tr{break-inside:avoid}a{color:inherit}}`;

/** The style by its digest: nothing else is drawn, run or loaded. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A page that runs nothing and loads nothing, to be read in a browser and printed. @param body HTML, escaped already */
export function pageOf(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
