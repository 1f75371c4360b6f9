/** The printed document's sheet in Typst. It sets type and says nothing: every text comes by `/data.json`. */
export const DOCUMENT_TEMPLATE = `
#let page-data = json("/data.json")
#let accent = rgb("#1d4f4b")
#let soft = rgb("#5a6b69")
#let line-colour = rgb("#c9d3d1")

#set document(title: page-data.title)
#set text(font: ("Noto Sans", "Noto Sans SC"), size: 9pt, lang: page-data.lang)
#set par(leading: 0.55em, spacing: 0.8em)
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 18mm, left: 20mm, right: 18mm),
  footer: context {
    set text(size: 7.5pt, fill: soft)
    let parts = page-data.page.split("%1")
    let rest = parts.at(1).split("%2")
    grid(
      columns: (1fr, auto),
      page-data.reference.at(0).at(1),
      [#parts.at(0)#counter(page).display()#rest.at(0)#counter(page).final().at(0)#rest.at(1)],
    )
  },
)
// A digest has no place to break; it gets one after every letter.
#show regex("[0-9A-Za-z_-]{40,}"): it => it.text.clusters().join(sym.zws)
#show heading.where(level: 1): it => block(above: 7mm, below: 4mm, text(size: 15pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 5mm, below: 2mm, sticky: true, text(size: 10.5pt, weight: "bold", fill: accent, it.body))

#text(size: 11.5pt, weight: "bold", page-data.institution) \\
#text(size: 8pt, fill: soft, page-data.institutionNote)
#line(length: 100%, stroke: 0.8pt + accent)
#block(width: 100%, inset: (left: 3mm, y: 1mm), stroke: (left: 2.5pt + line-colour), text(size: 7.5pt, fill: soft, page-data.demonstration))

= #page-data.title

#grid(
  columns: (auto, 1fr),
  column-gutter: 5mm,
  row-gutter: 1.6mm,
  ..for row in page-data.reference { (text(size: 8pt, fill: soft, row.at(0)), text(size: 8pt, row.at(1))) },
)
#line(length: 100%, stroke: 0.4pt + line-colour)

#for row in page-data.rows {
  let indent = row.depth * 5mm
  if row.text == none {
    if row.depth == 0 [
      == #row.label
    ] else {
      block(above: 2.6mm, below: 1.2mm, sticky: true, inset: (left: indent), text(weight: "bold", row.label))
    }
    if row.table != none {
      pad(left: indent, {
        set text(size: 7.5pt)
        table(
          columns: row.table.head.len(),
          align: left,
          inset: (x: 1.5mm, y: 0.8mm),
          stroke: (x: none, y: 0.3pt + line-colour),
          table.header(..row.table.head.map(cell => text(weight: "bold", cell))),
          ..for line in row.table.lines { line.map(cell => [#cell]) },
        )
      })
    }
  } else {
    block(above: 1.2mm, below: 0mm, width: 100%, stroke: (bottom: 0.3pt + line-colour), inset: (left: indent, bottom: 1mm), grid(
      columns: (2fr, 3fr),
      column-gutter: 4mm,
      text(fill: soft, row.label),
      row.text,
    ))
  }
}
`;
