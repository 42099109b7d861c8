"""The unit of work: all repositories over one transaction."""

from collections.abc import Callable
from functools import cached_property

from storage.encryption import Vault
from storage.repositories.auditing import Auditing
from storage.repositories.brands import Accounts, Brands
from storage.repositories.case_entries import CaseEntries
from storage.repositories.cases import Cases, Records
from storage.repositories.consents import Consents
from storage.repositories.contacts import Contacts
from storage.repositories.continuations import Continuations
from storage.repositories.conversations import Conversations
from storage.repositories.documents import Documents
from storage.repositories.identity import Challenges, Limits
from storage.repositories.inbox import Inbox
from storage.repositories.letters import Letters
from storage.repositories.local_office import LocalOffice
from storage.repositories.local_office_files import LocalOfficeFiles
from storage.repositories.local_refunds import LocalRefunds
from storage.repositories.local_returns import LocalReturns
from storage.repositories.messages import Messages
from storage.repositories.outbox import Outbox
from storage.repositories.preferences import Preferences
from storage.repositories.record_log import RecordLogs
from storage.repositories.reports import EarlyReports
from storage.repositories.revisions import Revisions
from storage.repositories.rights import Erasures, Holds
from storage.repositories.runtime import Pollers, Sandbox, Settings
from storage.repositories.staff import Agents
from storage.transaction import Transaction


class UnitOfWork:
    """What ``Database.write()`` and ``Database.read()`` give: everything in it happens, or nothing does."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    @property
    def vault(self) -> Vault:
        """For keyed hashes and for sealing what no repository seals."""
        return self._transaction.vault

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call this once the commit has succeeded and the connection is free; what it raises is logged."""
        self._transaction.after.append(callback)

    def notify(self, topic: str) -> None:
        """Wake the listeners of all processes after the commit. Repositories do this for what they change."""
        self._transaction.topics.add(topic)

    @cached_property
    def brands(self) -> Brands:
        """Client businesses."""
        return Brands(self._transaction)

    @cached_property
    def accounts(self) -> Accounts:
        """Their ends of the channels."""
        return Accounts(self._transaction)

    @cached_property
    def contacts(self) -> Contacts:
        """Persons, contacts and addresses."""
        return Contacts(self._transaction)

    @cached_property
    def conversations(self) -> Conversations:
        """Threads with addresses."""
        return Conversations(self._transaction)

    @cached_property
    def messages(self) -> Messages:
        """Transcripts."""
        return Messages(self._transaction)

    @cached_property
    def cases(self) -> Cases:
        """Cancellations."""
        return Cases(self._transaction)

    @cached_property
    def case_entries(self) -> CaseEntries:
        """The steps of cancellations."""
        return CaseEntries(self._transaction)

    @cached_property
    def records(self) -> Records:
        """Termination records."""
        return Records(self._transaction)

    @cached_property
    def documents(self) -> Documents:
        """Records as files."""
        return Documents(self._transaction)

    @cached_property
    def letters(self) -> Letters:
        """Records on their way by post."""
        return Letters(self._transaction)

    @cached_property
    def record_logs(self) -> RecordLogs:
        """The logs of the records."""
        return RecordLogs(self._transaction)

    @cached_property
    def auditing(self) -> Auditing:
        """What audits read, and came to."""
        return Auditing(self._transaction)

    @cached_property
    def holds(self) -> Holds:
        """What must not be erased."""
        return Holds(self._transaction)

    @cached_property
    def consents(self) -> Consents:
        """What people agreed to."""
        return Consents(self._transaction)

    @cached_property
    def erasures(self) -> Erasures:
        """That somebody was erased."""
        return Erasures(self._transaction)

    @cached_property
    def inbox(self) -> Inbox:
        """What providers delivered."""
        return Inbox(self._transaction)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be done outside."""
        return Outbox(self._transaction)

    @cached_property
    def early_reports(self) -> EarlyReports:
        """Reports on messages that are not marked as sent yet."""
        return EarlyReports(self._transaction)

    @cached_property
    def challenges(self) -> Challenges:
        """Codes that were sent."""
        return Challenges(self._transaction)

    @cached_property
    def continuations(self) -> Continuations:
        """Codes with which a chat is gone on with elsewhere."""
        return Continuations(self._transaction)

    @cached_property
    def preferences(self) -> Preferences:
        """What customers prefer."""
        return Preferences(self._transaction)

    @cached_property
    def limits(self) -> Limits:
        """How often something may be done."""
        return Limits(self._transaction)

    @cached_property
    def agents(self) -> Agents:
        """Staff and log-ins."""
        return Agents(self._transaction)

    @cached_property
    def revisions(self) -> Revisions:
        """Versions of scripts."""
        return Revisions(self._transaction)

    @cached_property
    def local_office(self) -> LocalOffice:
        """The built-in back office."""
        return LocalOffice(self._transaction)

    @cached_property
    def local_office_files(self) -> LocalOfficeFiles:
        """The built-in back office for files: many rows at once."""
        return LocalOfficeFiles(self._transaction)

    @cached_property
    def local_refunds(self) -> LocalRefunds:
        """What the built-in back office pays back."""
        return LocalRefunds(self._transaction)

    @cached_property
    def local_returns(self) -> LocalReturns:
        """What comes back to the built-in back office, and how orders were paid."""
        return LocalReturns(self._transaction)

    @cached_property
    def sandbox(self) -> Sandbox:
        """What the demo would have sent."""
        return Sandbox(self._transaction)

    @cached_property
    def pollers(self) -> Pollers:
        """Who reads an account's updates."""
        return Pollers(self._transaction)

    @cached_property
    def settings(self) -> Settings:
        """Values of the installation."""
        return Settings(self._transaction)
