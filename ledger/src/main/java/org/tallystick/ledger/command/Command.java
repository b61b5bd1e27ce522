package org.tallystick.ledger.command;

/**
 * One thing a party asks of the ledger.
 *
 * <p>Parties, accounts, assets, auctions, settlements and holds are named by the number the ledger knows them by. Numbers
 * of parties, accounts, assets and auctions are given by whoever registers them and must be the next free one, so that a
 * batch can register a thing and use it at once; numbers of settlements, holds, distributions and obligations are
 * assigned by the ledger and told in the receipt.
 *
 * <p>Amounts are in the asset's minor units, always positive; who gains and who loses is told by the accounts.
 */
public sealed interface Command
        permits AdministrationCommand, BookCommand, SettlementCommand, AuctionCommand, ServicingCommand {}
