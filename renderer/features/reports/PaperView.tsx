import type { Paper } from '../../../shared/domain/report/paper.ts'
import './paper.css'

export interface PaperViewProps {
  readonly paper: Paper
  /** On paper it is alone; on screen it stands as a sheet in the page. */
  readonly printed?: boolean
}

/** The report as official paper (GB/T 9704), in Chinese whatever language the screen has: what Word and PDF show. */
export function PaperView({ paper, printed = false }: PaperViewProps) {
  return (
    <article className={printed ? 'print-only paper' : 'paper'} lang="zh-CN">
      <p className="paper-urgency">{[paper.urgency, paper.drill].filter(Boolean).join('　')}</p>
      <p className="paper-masthead">{paper.masthead}</p>
      <p className="paper-number">
        <span>{paper.number}</span>
        <span>{paper.signer}</span>
      </p>
      <h1>{paper.title}</h1>
      {paper.salutation ? <p>{paper.salutation}</p> : null}
      {paper.parts.map(({ heading, text }) => (
        <p key={heading} className="paper-part">
          <strong>{heading}</strong>
          {text}
        </p>
      ))}
      {paper.figures.length > 0 ? (
        <table>
          <thead>
            <tr>
              {paper.figureTitles.map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {paper.figures.map(({ name, value, source }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{value}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="paper-end">
        <p className="paper-part">{paper.closing}</p>
        <p className="paper-issuer">{paper.issuer}</p>
        <p className="paper-day">{paper.day}</p>
        <p className="paper-part">{`（${paper.contact}）`}</p>
        <p className="paper-imprint">
          <span>{paper.imprint}</span>
          <span>{paper.imprintAt}</span>
        </p>
        <p className="paper-code">{paper.headCode}</p>
      </div>
    </article>
  )
}
