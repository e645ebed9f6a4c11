/** An address as two spellings of it meet: width and case folded, no spaces. Empty for an empty one. */
export const emailKey = (email: string): string =>
  // Nearly every address is its own key already.
  /^[!-@[-~]*$/.test(email) ? email : email.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/**
 * A telephone number as two spellings of it meet: digits only, without China's country code.
 * "+86 138-0013-8000" and "138 0013 8000" meet.
 */
export function phoneKey(phone: string): string {
  const digits = phone.normalize("NFKC").replace(/\D/g, "");
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, "");
}

/** A person's name as two spellings of it meet: width and case folded, spaces and dots dropped. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.·•]+/g, "");

/**
 * Under which two mentions of one person meet inside a workspace: by email address, else by telephone number
 * with the name, else by name within the company. `fallback` names a person of whom nothing is known.
 */
export function contactKey(person: {
  companyId: string;
  name: string;
  email: string;
  phone: string;
  fallback: string;
}): string {
  const email = emailKey(person.email);
  if (email) return `mail:${email}`;
  const phone = phoneKey(person.phone);
  const name = nameKey(person.name);
  // Two people may share the number of a switchboard.
  if (phone) return `tel:${phone}/${name}`;
  return name ? `name:${person.companyId}/${name}` : `id:${person.fallback}`;
}
