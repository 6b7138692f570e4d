/** How a report looks: on a screen in light and dark, wide and narrow, and on paper. */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fff,#12171c);--panel:light-dark(#fff,#12171c);--sunken:light-dark(#f4f6f8,#1a2027);--text:light-dark(#16202b,#e5eaf0);--faint:light-dark(#55616e,#9ba8b6);--rule:light-dark(#d8dee5,#2d3640);--accent:light-dark(#1d4f91,#8ab6f2);--today:light-dark(#6a5d4d,#c9b79c);--error:light-dark(#a3210f,#ff9c8a);--fine:light-dark(#1d6b45,#7fcfa4);--series-1:light-dark(#1d4f91,#8ab6f2);--series-2:light-dark(#c4642d,#f0a06e);--series-3:light-dark(#2f8062,#7fcfa4);--series-4:light-dark(#8a5a9e,#c9a3dc);--series-5:light-dark(#b08a1e,#e0c25c);--series-6:light-dark(#3b8ea5,#7cc8de);--series-7:light-dark(#a8455f,#f099ae);--series-8:light-dark(#66727f,#a9b5c2)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
main,header,footer{max-width:860px;margin:0 auto;padding:0 20px}
header{padding-top:40px}
h1{margin:0;font-size:30px;line-height:1.2}
h2{margin:48px 0 12px;font-size:20px;line-height:1.3;break-after:avoid}
.subtitle,.note,caption,footer,summary,.beside{color:var(--faint)}
.subtitle{margin:6px 0 0}
.note,.beside,footer{font-size:14px}
.short{margin:28px 0 0;padding:20px 24px;background:var(--sunken);border-left:4px solid var(--accent)}
.short h2{margin:0 0 6px;font-size:16px}
.short p{margin:0;font-size:18px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:20px 24px;margin:28px 0 0}
.figures div{border-top:1px solid var(--rule);padding-top:10px}
dt{font-size:14px;color:var(--faint)}
dd{margin:2px 0 0;font-size:22px;font-weight:600}
.beside{display:block;font-weight:400}
small{font-size:.75em;font-weight:400;color:var(--faint);white-space:nowrap}
ul{margin:0;padding-left:20px}
li{margin:6px 0}
.scrolls{overflow-x:auto}
figure+.scrolls,.scrolls+ul,.scrolls+.scrolls,ul+.scrolls{margin-top:20px}
.scrolls:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;padding-bottom:6px;font-size:14px;max-width:calc(100vw - 40px)}
th,td{padding:6px 16px 6px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:400;color:var(--faint);vertical-align:bottom}
tbody th{font-weight:500;min-width:110px}
.right{text-align:right;white-space:nowrap}
thead .right{white-space:normal}
.total th,.total td{font-weight:600;border-bottom:0}
td:not(.right){min-width:180px}
.prose td,.prose tbody th{min-width:120px;overflow-wrap:anywhere}
figure{margin:0}
figure svg{display:block;max-width:100%;height:auto;overflow:visible}
figcaption{font-size:14px;color:var(--faint);margin-bottom:8px}
.narrow{display:none}
details{margin-top:8px;font-size:14px}
summary{cursor:pointer}
footer{margin-top:56px;padding-top:16px;padding-bottom:48px}
@media (max-width:639px){h1{font-size:25px}.wide{display:none}.narrow{display:block}.short{padding:16px}.short p{font-size:16px}.figures{grid-template-columns:1fr 1fr;gap:14px 16px}dd{font-size:18px}.prose td,.prose tbody th{min-width:90px}.long tbody th{position:sticky;left:0;background:var(--paper)}.stacks,.stacks :is(caption,tbody,tr,th,td){display:block}.stacks caption{padding-bottom:10px}.stacks thead{position:absolute;clip-path:inset(50%)}.stacks tr{padding:8px 0;border-top:1px solid var(--rule)}.stacks tbody :is(th,td){padding:1px 0;border:0}.stacks tbody th{font-weight:600}.stacks td.right{display:flex;gap:6px;white-space:normal}.stacks td.right::before{margin-right:auto}.stacks td::before{content:attr(data-heading);display:block;color:var(--faint);font-weight:400;text-align:left}.stacks td:empty{display:none}}
@media print{:root{color-scheme:light}@page{margin:16mm}body{font-size:10.5pt}main,header,footer{max-width:none;padding:0}header{padding-top:0}h2{margin-top:24pt}.wide{display:block}.narrow,details{display:none}.scrolls{overflow:visible}table{font-size:8.5pt}th,td{padding-right:10px}.short p{font-size:12pt}.short{-webkit-print-color-adjust:exact;print-color-adjust:exact}figure,tr,li,.short,.figures div{break-inside:avoid}thead{display:table-header-group}}
`;
