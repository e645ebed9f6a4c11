import { useNonce } from "~/components/nonce";
import script from "./enhance/frame.ts?worker&url";

/** Tells the page that shows this one in a frame how high it is. */
export function FrameScript() {
  return <script type="module" src={script} nonce={useNonce()} />;
}
