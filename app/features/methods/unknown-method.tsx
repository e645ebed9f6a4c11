import { LinkButton } from "~/components/button";
import { PageHeader } from "~/components/page-header";
import { useText } from "~/i18n/use-text";

/** Where a link to a method leads that has no page. */
export function UnknownMethod() {
  const text = useText("methods").unknown;
  return (
    <>
      <PageHeader title={text.title} lead={text.text} />
      <LinkButton to="/methods" look="primary">
        {text.list}
      </LinkButton>
    </>
  );
}
