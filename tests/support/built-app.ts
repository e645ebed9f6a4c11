/** Builds the app once before the browser tests, so that each of them starts it at once. */
import { buildWhenStale } from "../../app/launch/build.mjs";

export default function setup() {
  buildWhenStale();
}
