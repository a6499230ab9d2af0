//! What the bijdrage is per inwoner, once someone says how many there are.

use std::num::NonZeroU32;
use std::rc::Rc;

use bijdragewijzer::formula::Id;
use bijdragewijzer::model::Uitkomst;
use bijdragewijzer::units::Jaar;
use bijdragewijzer::units::lezen::Veld;
use bijdragewijzer::view::{AmountRef, Cell, PerInwoner, per_inwoner};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::amount::Amount;
use super::card::card;
use super::field::{Field, Takes};
use super::herleiding::HerleidingPanel;
use crate::ui::scene::Scene;
use crate::ui::state::Place;

const FIELD: &str = "inwoners";

pub(crate) fn per_inwoner_card(
    scene: &Scene,
    uitkomst: &Rc<Uitkomst>,
    index: usize,
    jaar: Jaar,
) -> Html {
    let Some(deelnemer) = scene.source().deelnemers.get(index) else {
        return Html::default();
    };
    let inwoners = scene.state.inwoners.of(&deelnemer.id);
    // Of a number that does not read nothing is shown: what stood there is of another.
    let reads = !scene.state.faults.iter().any(|fault| fault.id == FIELD);
    let said = inwoners
        .filter(|_| reads)
        .and_then(|inwoners| per_inwoner(scene.source(), uitkomst, index, jaar, inwoners));
    let title = said.as_ref().map_or_else(
        || format!("De bijdrage van {} per inwoner", deelnemer.naam),
        |said| said.title.clone(),
    );
    let content = html! {
        <>
        { field(scene, &deelnemer.id, &deelnemer.naam, inwoners) }
        <p class="bw-card__note">
            { "Dit aantal blijft op deze pagina: het gaat niet mee in een link of bestand. Het is weg als u de pagina sluit." }
        </p>
        if let Some((said, inwoners)) = said.zip(inwoners) { { amounts(scene, uitkomst, &said, inwoners) } }
        </>
    };
    let subtitle = format!("In euro per jaar, voor {jaar}: het jaar dat u hierboven kiest.");
    card("per-inwoner", &title, Some(&subtitle), content)
}

fn field(scene: &Scene, id: &Id, naam: &str, inwoners: Option<NonZeroU32>) -> Html {
    html! {
        <div class="bw-inwoners">
            // What was typed for one organisation is not of another.
            <Field key={id.to_string()} id={FIELD} label={format!("Aantal inwoners van {naam}")} veld={Veld::aantal_from_one()}
                value={inwoners.map(|count| Decimal::from(count.get()))} takes={Takes::Inwoners(id.clone())} act={scene.act()}
                help={"Een heel getal, bijvoorbeeld 13.500.".to_owned()} />
        </div>
    }
}

fn amounts(
    scene: &Scene,
    uitkomst: &Rc<Uitkomst>,
    said: &PerInwoner,
    inwoners: NonZeroU32,
) -> Html {
    let open = scene.state.open.as_ref().filter(|(place, _)| *place == Place::Inwoner);
    let open = open.map(|(_, amount)| amount).filter(|amount| is_shown(said, amount));
    let part = |(name, cell): &(String, Cell)| {
        let amount = cell.amount.clone()?;
        let is_open = open == Some(&amount);
        Some(html! {
            <div class="bw-sum__part">
                <dt class="bw-sum__name">{ name }</dt>
                <dd class="bw-sum__amount">
                    <Amount text={cell.text.clone()} {amount} direction={cell.direction} place={Place::Inwoner}
                        open={is_open} label={format!("{name} per inwoner")} act={scene.act()} />
                </dd>
            </div>
        })
    };
    html! {
        <>
        <div class="bw-per-inwoner"><dl class="bw-sum">{ for said.amounts.iter().filter_map(part) }</dl></div>
        if let Some(amount) = open {
            <HerleidingPanel source={scene.source().clone()} uitkomst={Rc::clone(uitkomst)}
                amount={amount.clone()} {inwoners} place={Place::Inwoner} act={scene.act()} />
        }
        <p class="bw-card__note">{ &said.note }</p>
        </>
    }
}

fn is_shown(said: &PerInwoner, amount: &AmountRef) -> bool {
    said.amounts.iter().any(|(_, cell)| cell.amount.as_ref() == Some(amount))
}
