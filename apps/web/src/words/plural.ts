/** Plurals by the platform's own rules (Unicode CLDR through `Intl.PluralRules`), and numbers as a language writes them. */

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Makes the function that puts a count into words in the language `locale`: `#` in the form stands for the number.
 * Formatters are made once, when first needed: making one takes longer than a frame has.
 */
export function pluralOf(locale: string): (count: number, forms: Forms) => string {
  let made: { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat } | null = null;
  return (count, forms) => {
    made ??= { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
    return (forms[made.rules.select(count)] ?? forms.other).replaceAll("#", made.numbers.format(count));
  };
}
