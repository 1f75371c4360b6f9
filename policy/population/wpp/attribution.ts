/** What the licence of the data asks to be shown with every figure (CC BY 3.0 IGO). */
export function attributionOf(edition: 2019 | 2024): string {
  return `© ${edition} United Nations, DESA, Population Division, World Population Prospects ${edition}, CC BY 3.0 IGO`;
}
