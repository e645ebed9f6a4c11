/** The nonce of this response's Content-Security-Policy, for the scripts the document itself writes; empty in the browser. */
import { createContext, useContext } from "react";

export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
