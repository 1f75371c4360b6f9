/** The letter's sheet in Typst. It sets type and says nothing: every text comes by `/data.json`. */
export const LETTER_TEMPLATE = `
#let letter = json("/data.json")
#let accent = rgb("#1d4f4b")
#let soft = rgb("#5a6b69")
#let line-colour = rgb("#c9d3d1")
#let warn = rgb("#8a3b00")

#set document(title: letter.title)
#set text(font: ("Noto Sans", "Noto Sans SC"), size: 9.5pt, lang: letter.lang)
#set par(leading: 0.6em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (top: 22mm, bottom: 20mm, left: 22mm, right: 20mm),
  background: if letter.banner != none {
    place(center + horizon, rotate(-50deg, text(size: 54pt, weight: "bold", fill: rgb("#f3ece6"), letter.banner.mark)))
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    let parts = letter.page.split("%1")
    let rest = parts.at(1).split("%2")
    grid(
      columns: (1fr, auto),
      letter.reference.at(0).at(1),
      [#parts.at(0)#counter(page).display()#rest.at(0)#counter(page).final().at(0)#rest.at(1)],
    )
  },
)
#show heading.where(level: 1): it => block(above: 8mm, below: 4mm, text(size: 16pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 7mm, below: 2.5mm, sticky: true, text(size: 11pt, weight: "bold", fill: accent, it.body))

#grid(
  columns: (1fr, auto),
  column-gutter: 8mm,
  align: (left, right),
  [
    #text(size: 12pt, weight: "bold", letter.institution) \\
    #text(size: 8.5pt, fill: soft, letter.institutionNote)
  ],
  grid(
    columns: 2,
    column-gutter: 3mm,
    row-gutter: 1.6mm,
    align: (left, right),
    ..for row in letter.reference {
      (text(size: 7.5pt, fill: soft, row.at(0)), text(size: 7.5pt, row.at(1)))
    },
  ),
)
#line(length: 100%, stroke: 0.8pt + accent)

#if letter.banner != none {
  block(width: 100%, inset: 3mm, stroke: (left: 2.5pt + warn), fill: rgb("#fbf4ee"), [
    #text(weight: "bold", fill: warn, letter.banner.mark)
    #if letter.banner.text != "" [ \\ #letter.banner.text ]
  ])
}
#block(width: 100%, inset: (left: 3mm, y: 1mm), stroke: (left: 2.5pt + line-colour), text(size: 8pt, fill: soft, letter.demonstration))

= #letter.title

#grid(
  columns: (auto, 1fr),
  column-gutter: 6mm,
  row-gutter: 2mm,
  ..for row in letter.person { (text(fill: soft, row.at(0)), text(weight: "bold", row.at(1))) },
)

== #letter.resultHeading
#for sentence in letter.result [ #sentence ]

#if letter.missing.len() > 0 [
  == #letter.missingHeading
  #list(..letter.missing.map(entry => [#entry]))
]

== #letter.amounts.heading
#table(
  columns: (1fr, auto, auto),
  align: (left, left, right),
  inset: (x: 2mm, y: 1.6mm),
  stroke: (x: none, y: 0.4pt + line-colour),
  table.header(..letter.amounts.head.map(cell => text(weight: "bold", cell))),
  ..for row in letter.amounts.rows { row.map(cell => [#cell]) },
  ..if letter.amounts.total != none {
    (table.cell(colspan: 2, text(weight: "bold", letter.amounts.total.at(0))), text(weight: "bold", letter.amounts.total.at(1)))
  },
)

== #letter.periods.heading
#if letter.periods.rows.len() == 0 [ #letter.periods.none ] else {
  set text(size: 8pt)
  table(
    columns: (auto, auto, auto, 1fr, auto, auto),
    align: (left, left, left, left, left, right),
    inset: (x: 1.5mm, y: 1.2mm),
    stroke: (x: none, y: 0.4pt + line-colour),
    table.header(..letter.periods.head.map(cell => text(weight: "bold", cell))),
    ..for row in letter.periods.rows { row.map(cell => [#cell]) },
  )
}

#if letter.reasons.len() > 0 [
  == #letter.reasonsHeading
  #text(size: 8pt, fill: soft, letter.reasonsNote)

  #for reason in letter.reasons {
    block(above: 2.2mm, below: 0mm, breakable: true, inset: (left: calc.max(0, reason.depth - 1) * 5mm), grid(
      columns: (9mm, 4mm, 1fr),
      text(fill: soft, size: 8pt, if reason.number == "0" { "" } else { reason.number }),
      text(weight: "bold", fill: accent, reason.mark),
      [
        #text(weight: if reason.depth < 2 { "bold" } else { "regular" }, reason.text)
        #for detail in reason.details [ \\ #text(size: 7.5pt, fill: soft, detail) ]
      ],
    ))
  }
]

#if letter.flags.len() > 0 [
  == #letter.flagsHeading
  #set text(size: 8pt)
  #list(..letter.flags.map(entry => [#entry]))
]

== #letter.appealHeading
#letter.appeal

#v(6mm)
#grid(
  columns: (1fr, 1fr),
  column-gutter: 10mm,
  ..for row in letter.signatures {
    ([#text(size: 8pt, fill: soft, row.at(0)) \\ #row.at(1)],)
  },
)
`;
