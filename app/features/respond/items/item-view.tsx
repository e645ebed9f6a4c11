import type { Item } from "~/domain/questionnaire/compiled";
import type { Draw } from "../draw";
import { BooleanItem, ChoiceItem, ImageItem } from "./choice-items";
import { FileItem } from "./file-item";
import { MatrixItem } from "./matrix-item";
import { RankingItem } from "./ranking-item";
import { RatingItem } from "./scale-items";
import { CommentItem, DropdownItem, MultipleTextItem, TextItem } from "./text-items";

/** One item of any kind that the light page knows. */
export function ItemView({ item, draw }: { item: Item; draw: Draw }) {
  switch (item.kind) {
    case "text":
      return <TextItem item={item} draw={draw} />;
    case "comment":
      return <CommentItem item={item} draw={draw} />;
    case "radio":
    case "checkbox":
      return <ChoiceItem item={item} draw={draw} />;
    case "dropdown":
      return <DropdownItem item={item} draw={draw} />;
    case "rating":
      return <RatingItem item={item} draw={draw} />;
    case "boolean":
      return <BooleanItem item={item} draw={draw} />;
    case "matrix":
      return <MatrixItem item={item} draw={draw} />;
    case "ranking":
      return <RankingItem item={item} draw={draw} />;
    case "multipletext":
      return <MultipleTextItem item={item} draw={draw} />;
    case "image":
      return <ImageItem item={item} draw={draw} />;
    case "file":
      return <FileItem item={item} draw={draw} />;
    case "statement":
      return <Statement html={item.html[draw.language]} />;
    default:
      return null;
  }
}

/** The author's own markup, as it is: no answer is ever set into it. */
function Statement({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when the version was compiled
  return <div className="grid gap-3" dangerouslySetInnerHTML={{ __html: html }} />;
}
