/** Loaded before the app: its clock is as far ahead as the file that CLOCK_FILE names says, in milliseconds. */
import { readFileSync } from "node:fs";

const real = Date.now.bind(Date);
const ahead = () => Number(readFileSync(process.env.CLOCK_FILE, "utf8") || 0);
Date.now = () => real() + ahead();
