/** The first guesses of every list of leaked passwords that are long enough to pass by length. */
const guessedFirst = new Set([
  "1234567890",
  "0123456789",
  "0987654321",
  "12345678910",
  "123456789a",
  "a123456789",
  "1234567891",
  "1q2w3e4r5t",
  "1q2w3e4r5t6y",
  "q1w2e3r4t5",
  "1qaz2wsx3edc",
  "qwertyuiop",
  "qwerty1234",
  "qwerty12345",
  "qwerty123456",
  "asdfghjkl;",
  "asdfghjkl1",
  "zxcvbnm123",
  "abcd123456",
  "abc1234567",
  "abcdefghij",
  "aa12345678",
  "password12",
  "password123",
  "password1234",
  "passw0rd123",
  "mypassword",
  "changeme123",
  "letmein123",
  "welcome123",
  "iloveyou12",
  "iloveyou123",
  "admin12345",
  "admin123456",
  "administrator",
  "woaini1314",
  "woaini520520",
  "woaini1314520",
  "5201314520",
  "trivista123",
]);

/**
 * Whether a password is among the first that anybody would try: on a short list of the most common ones
 * (case and width folded), or made of fewer than four different characters.
 */
export function isCommonPassword(password: string): boolean {
  const folded = password.normalize("NFKC").toLowerCase();
  return guessedFirst.has(folded) || new Set(folded).size < 4;
}
