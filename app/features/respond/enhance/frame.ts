/** All the script of a page in a frame that has no other. */
import { tellFrame } from "./frame-height";

tellFrame();
