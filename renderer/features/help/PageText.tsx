import Markdown, { type MarkdownToJSX } from 'markdown-to-jsx/react'
import { Fragment, type ReactNode } from 'react'

export interface PageTextProps {
  readonly text: string
  /** A link to another page was pressed; without it links are only words, as on paper. */
  onPage?(page: string): void
}

/** A page of the manual, drawn from its Markdown: keys as keys, labels as on the screen, links that stay inside. */
export function PageText({ text, onPage }: PageTextProps) {
  return (
    <article className="help-text">
      <Markdown options={optionsFor(onPage)}>{text}</Markdown>
    </article>
  )
}

type Words = { readonly children?: ReactNode }

function optionsFor(onPage: PageTextProps['onPage']): MarkdownToJSX.Options {
  const link = ({ href, children }: Words & { readonly href?: string }) =>
    onPage && href ? (
      <button type="button" className="text-link" onClick={() => onPage(href)}>
        {children}
      </button>
    ) : (
      <span>{children}</span>
    )
  return {
    wrapper: Fragment,
    forceBlock: true,
    disableParsingRawHTML: true,
    overrides: {
      a: link,
      // Below the title of the window, which is the second level.
      h1: ({ children }: Words) => <h3>{children}</h3>,
      h2: ({ children }: Words) => <h4>{children}</h4>,
      code: ({ children }: Words) => <kbd>{children}</kbd>,
      table: ({ children }: Words) => (
        <div className="help-table">
          <table>{children}</table>
        </div>
      ),
    },
  }
}
