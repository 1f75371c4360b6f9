/** A date as three boxes hold it: each as typed, none shifted or completed behind the writer's back. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The boxes of an ISO day, or of the unfinished text that `textOfParts` made. */
export function partsOfText(text: string): DateParts {
  const [year = '', month = '', ...rest] = text.split('-');
  return { year, month, day: rest.join('-') };
}

/** `YYYY-MM-DD` once all is filled in; whatever was typed until then; '' for three empty boxes. */
export function textOfParts({ year, month, day }: DateParts): string {
  const parts = [year.trim(), padded(month), padded(day)];
  return parts.every((part) => part === '') ? '' : parts.join('-');
}

function padded(part: string): string {
  const text = part.trim();
  return /^\d$/.test(text) ? `0${text}` : text;
}
