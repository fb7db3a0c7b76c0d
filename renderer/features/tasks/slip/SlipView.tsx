import type { SlipSize, TaskSlip } from '../../../../shared/domain/task/slip.ts'
import './slip.css'

export interface SlipViewProps {
  readonly slip: TaskSlip
  readonly size: SlipSize
  /** On paper it is alone; on screen it stands as a sheet in the page. */
  readonly printed?: boolean
}

/** 任务单 as paper shows it, in Chinese whatever language the screen has: what Word and PDF show. */
export function SlipView({ slip, size, printed = false }: SlipViewProps) {
  return (
    <article className={printed ? 'print-only slip' : 'slip'} data-size={size} lang="zh-CN">
      <h1>
        {slip.drill ? <span className="slip-drill">【{slip.drill}】</span> : null}
        {slip.title}
      </h1>
      <p className="slip-head">
        <span>{slip.township}</span>
        <span>{slip.number}</span>
      </p>
      <table>
        <tbody>
          {slip.facts.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{slip.scriptTitle}</h2>
      {slip.script.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <table className="slip-signatures">
        <tbody>
          {slip.signatures.map((who) => (
            <tr key={who}>
              <th scope="row">{who}</th>
              <td aria-hidden="true" />
              <td>{slip.signLine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="slip-code">{slip.headCode}</p>
    </article>
  )
}
